/** Registers the service worker and offers a new version when one is ready; it never reloads by itself. */
import { t } from '@lingui/core/macro'
import { showToast } from '@/ui'

function offer(worker: ServiceWorker) {
  const reload = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    worker.postMessage({ type: 'SKIP_WAITING' })
  }
  void showToast(t`A new version is ready`, {
    id: 'new-version',
    stays: true,
    action: { label: t`Reload`, run: reload },
  })
}

function watch(registration: ServiceWorkerRegistration) {
  const ready = (worker: ServiceWorker | null) => {
    if (worker?.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
  }
  ready(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => ready(worker))
  })
}

export function registerWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  // Without a worker (private windows, plain http) the app works, only not offline.
  const register = () => void navigator.serviceWorker.register('/sw.js').then(watch, () => undefined)
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
