/** Today: the ledger of a day with its margin notes. */
export { TodayPage } from './today-page'
