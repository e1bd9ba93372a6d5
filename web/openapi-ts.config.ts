import { defineConfig } from '@hey-api/openapi-ts'

/** The client, query options and zod schemas come from the committed snapshot; nothing in src/api is written by hand. */
export default defineConfig({
  input: '../openapi.json',
  output: { path: 'src/api' },
  plugins: [
    { name: '@hey-api/client-fetch', runtimeConfigPath: '@/lib/api-config' },
    '@hey-api/typescript',
    '@hey-api/sdk',
    '@tanstack/react-query',
    { name: 'zod', compatibilityVersion: 'mini' },
  ],
})
