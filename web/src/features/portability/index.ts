/** Bringing data in, and taking it back. */
export { ImportPage } from './import-page'
