/** Today: the ledger of a day with its margin notes. */
export { isDate } from './days'
export { TodayPage } from './today-page'
