/** Stand-in for react-style-singleton, which Radix uses to lock scrolling: constructable sheets need no inline style. */
import { useEffect } from 'react'

export const stylesheetSingleton = () => {
  let users = 0
  let sheet: CSSStyleSheet | null = null
  return {
    add(css: string) {
      users += 1
      if (users > 1) return
      sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    },
    remove() {
      users -= 1
      if (users > 0 || !sheet) return
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
      sheet = null
    },
  }
}

export const styleHookSingleton = () => {
  const style = stylesheetSingleton()
  return (css: string, isDynamic?: boolean) => {
    // biome-ignore lint/correctness/useExhaustiveDependencies: a fixed sheet is added once, as in the original
    useEffect(() => {
      style.add(css)
      return () => style.remove()
    }, [css && isDynamic])
  }
}

export const styleSingleton = () => {
  const useStyle = styleHookSingleton()
  // biome-ignore lint/correctness/noComponentHookFactories: the shape of the package it stands in for
  return function Style({ styles, dynamic }: { styles: string; dynamic?: boolean }) {
    useStyle(styles, dynamic)
    return null
  }
}
