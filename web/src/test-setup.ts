/** What jsdom lacks and every test may need. No mocks of our own code. */
import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
