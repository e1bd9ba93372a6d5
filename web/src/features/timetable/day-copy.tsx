/** Copies the only day that is drawn, which has no head of its own to do it: under the grid, when the day is built. */
import type { MouseEvent } from 'react'
import { Button } from '@/ui'
import { type RowMenu, useMenu } from '@/ui/menu'

export function DayCopy({ label, items }: RowMenu) {
  const menu = useMenu(label, items)
  const open = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect()
    void menu.openAt({ x: left, y: top }, currentTarget)
  }
  return (
    <div className="no-print mt-3">
      <Button variant="quiet" icon="copy" aria-haspopup="menu" aria-expanded={menu.isOpen} onClick={open}>
        {label}
      </Button>
      {menu.popup}
    </div>
  )
}
