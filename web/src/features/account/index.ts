/** Coming and going: the landing page, signing up, in and out. */
export { LandingPage } from './landing-page'
export { SignInAgain } from './sign-in-again'
export { SignInPage } from './sign-in-page'
export { SignOutDialog } from './sign-out-dialog'
export { SignUpPage } from './sign-up-page'
