/** A member wants to hear when an item is there again. */
export interface Reminder {
  itemId: string
  memberId: string
  at: number
}

export type ReminderChange =
  | { kind: 'reminder-set'; reminder: Reminder }
  | { kind: 'reminder-ended'; itemId: string; memberId: string }
  /** So many were told since so much of it had come in. */
  | { kind: 'restock-told'; itemId: string; received: number; told: number }
