/** Opened, a timetable shows the hour it is, or else its first session, without a hand having to scroll there. */
import { type RefObject, useEffect, useRef } from 'react'

/** So much of the window, from its top, is in sight whatever lies over its lower edge. */
const IN_SIGHT = 0.75
/** Where what was out of sight comes to stand. */
const AT = 1 / 3

export function useFirstLook(field: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (!isDrawn || isDone.current) return
    isDone.current = true
    // The page's own place in the history has been found by then, and nothing was painted yet.
    const frame = requestAnimationFrame(() => field.current && look(field.current))
    return () => cancelAnimationFrame(frame)
  }, [field, isDrawn])
}

function look(field: HTMLElement) {
  const tops = [...field.querySelectorAll('.timetable-block')].map(topOf)
  const now = field.querySelector('.timetable-now')
  const top = now ? topOf(now) : Math.min(...tops)
  // Whoever has scrolled, or came back to where they were, is left there.
  if (scrollY > 0 || !Number.isFinite(top) || top < innerHeight * IN_SIGHT) return
  scrollTo({ top: top - innerHeight * AT, behavior: 'instant' })
}

const topOf = (element: Element) => element.getBoundingClientRect().top
