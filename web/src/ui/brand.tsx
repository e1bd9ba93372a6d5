/** The mark of the product: a moon on its way. */
import clsx from 'clsx'

export function Brand({ className }: { className?: string }) {
  return (
    <span
      className={clsx(
        'figure inline-flex items-center gap-2.5 text-[1.3125rem] leading-none font-semibold',
        className,
      )}
    >
      <svg
        width="22"
        height="22"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        aria-hidden="true"
        className="text-accent"
      >
        <circle cx="12" cy="12" r="10" />
        <path d="M12 2a10 10 0 0 1 0 20a6.5 10 0 0 0 0-20z" fill="currentColor" stroke="none" />
      </svg>
      Almanac
    </span>
  )
}
