/** Settings: the profile, the day, the look, the way in, the data. */
export { SettingsPage } from './settings-page'
