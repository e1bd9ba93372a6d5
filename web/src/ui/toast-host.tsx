/** Mounts sonner once, outside the app's tree, and shows messages in our look. */
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { createRoot } from 'react-dom/client'
import { Toaster, toast } from 'sonner'
import 'sonner/dist/styles.css'
import './toast.css'
import { I18n } from '@/lib/i18n-provider'
import type { ToastOptions } from './toast'

let mounted = false

function Host() {
  const { t } = useLingui()
  return (
    <Toaster
      position="bottom-center"
      containerAriaLabel={t`Messages`}
      visibleToasts={3}
      offset={24}
      mobileOffset={{ bottom: 'calc(4.75rem + env(safe-area-inset-bottom))', left: 12, right: 12 }}
      toastOptions={{
        unstyled: true,
        closeButton: false,
        classNames: {
          toast: 'toast',
          title: 'toast-title',
          description: 'toast-detail',
          actionButton: 'toast-action',
          content: 'toast-content',
        },
      }}
    />
  )
}

function mount() {
  if (mounted) return
  mounted = true
  const place = document.body.appendChild(document.createElement('div'))
  createRoot(place).render(
    <I18n>
      <Host />
    </I18n>,
  )
}

const duration = ({ undo, action, tone, stays }: ToastOptions) => {
  if (tone === 'bad' || stays) return Number.POSITIVE_INFINITY
  return undo || action ? 8000 : 4000
}

export function show(message: string, options: ToastOptions) {
  mount()
  const { undo, detail, id } = options
  const action = undo ? { label: t`Undo`, run: undo } : options.action
  toast(message, {
    ...(id && { id }),
    // Said in the place of another message, which may have had one: nothing of that stays.
    description: detail,
    duration: duration(options),
    dismissible: true,
    closeButton: options.tone === 'bad' || options.stays === true,
    action: action && { label: action.label, onClick: action.run },
  })
}
