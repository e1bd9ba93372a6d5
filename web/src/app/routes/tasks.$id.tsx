import { createFileRoute } from '@tanstack/react-router'

/** Shown by the lists it is part of. */
export const Route = createFileRoute('/tasks/$id')({})
