import { now } from '@/lib/clock'
import { noteAct } from './last-act'

const touched = () => noteAct(now())

/** What every screen of staff hears, so that the counter does not lock under somebody's hand. */
export const untilLeftAlone = { onTouchStart: touched, onClick: touched }
