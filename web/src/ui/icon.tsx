/** The icons in use, one size and one stroke. Add a name here; nobody imports lucide elsewhere. */
import clsx from 'clsx'
import {
  Archive,
  ArrowLeft,
  Bell,
  CalendarDays,
  ChartNoAxesColumn,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleAlert,
  CirclePlus,
  Clock,
  CloudOff,
  Download,
  Ellipsis,
  FileUp,
  Flame,
  GripVertical,
  Info,
  Keyboard,
  Languages,
  Laptop,
  LogIn,
  LogOut,
  type LucideIcon,
  Menu,
  Minus,
  Monitor,
  Moon,
  Palette,
  Pause,
  Pencil,
  Play,
  Plus,
  RefreshCw,
  RotateCcw,
  Search,
  Settings,
  SkipForward,
  Smartphone,
  StickyNote,
  Sun,
  SunMoon,
  Trash2,
  TriangleAlert,
  Undo2,
  UserRound,
  X,
} from 'lucide-react'

const icons = {
  account: UserRound,
  add: CirclePlus,
  alert: CircleAlert,
  archive: Archive,
  back: ArrowLeft,
  bell: Bell,
  calendar: CalendarDays,
  chart: ChartNoAxesColumn,
  check: Check,
  clock: Clock,
  close: X,
  down: ChevronDown,
  device: Laptop,
  download: Download,
  edit: Pencil,
  grip: GripVertical,
  habits: RefreshCw,
  import: FileUp,
  info: Info,
  keyboard: Keyboard,
  language: Languages,
  menu: Menu,
  minus: Minus,
  moon: Moon,
  more: Ellipsis,
  next: ChevronRight,
  note: StickyNote,
  offline: CloudOff,
  palette: Palette,
  pause: Pause,
  play: Play,
  plus: Plus,
  previous: ChevronLeft,
  retry: RotateCcw,
  phone: Smartphone,
  search: Search,
  settings: Settings,
  signIn: LogIn,
  signOut: LogOut,
  skip: SkipForward,
  streak: Flame,
  sun: Sun,
  system: Monitor,
  theme: SunMoon,
  trash: Trash2,
  undo: Undo2,
  warning: TriangleAlert,
} satisfies Record<string, LucideIcon>

export type IconName = keyof typeof icons

/** Decorative by itself: the word stands beside it or on the control. */
export function Icon({ name, size = 18, className }: { name: IconName; size?: number; className?: string }) {
  const Drawing = icons[name]
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      aria-hidden="true"
      focusable="false"
      className={clsx('flex-none', className)}
    />
  )
}
