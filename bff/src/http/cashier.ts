import type { IncomingMessage } from 'node:http'
import { contentSecurityPolicy } from './content-security.ts'
import type { Reply } from './reply.ts'

/** What is to be paid at a provider that is kept in this process: for development, never in production. */
export interface Cashier {
  bill(paymentId: string): { what: string; fen: number; state: string } | undefined
  /** Answers whether it was taken. */
  pay(paymentId: string): boolean
}

const PATH = /^\/cashier\/([\w-]{1,64})$/

/** The page a person pays at while nothing real is behind it; undefined for every other path. */
export function answerCashier(
  cashier: Cashier,
  path: string,
  { method }: Pick<IncomingMessage, 'method'>,
): Reply | undefined {
  const id = PATH.exec(path)?.[1]
  if (id === undefined || !(method === 'GET' || method === 'POST')) return undefined
  if (method === 'POST') cashier.pay(id)
  const bill = cashier.bill(id)
  return page(bill ? 200 : 404, bill ? wordsFor(bill) : '<p>没有这笔付款。</p>')
}

const wordsFor = ({ what, fen, state }: { what: string; fen: number; state: string }): string => {
  const sum = `<h1>${escaped(what)}</h1><p>¥${(fen / 100).toFixed(2)}</p>`
  if (state === 'paid') return `${sum}<p>已付款，请回到应用查看。</p>`
  if (state !== 'waiting') return `${sum}<p>这笔付款已经关闭。</p>`
  return `${sum}<form method="post"><button>付款</button></form><p>开发用收银台，不会真的扣款。</p>`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

function page(status: number, content: string): Reply {
  const body = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>收银台</title><style>body{font:17px/1.6 system-ui;max-width:24em;margin:3em auto;padding:0 1em}button{font:inherit;padding:.6em 2em}</style>${content}</html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(body),
  }
  return { status, headers, body }
}
