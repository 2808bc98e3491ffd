import { HomeDocument, type HomeQuery } from '@/generated/graphql'
import { useAnswer } from '@/lib/use-answer'

export type HomeProgram = HomeQuery['program']

/** One operation draws the home page, for a guest and for a member. */
export const useHome = () => useAnswer(HomeDocument, {})
