import { expect, it } from 'vitest'
import { createFakePayments } from '../../bff/src/payment/payment.fake.ts'
import { openDoor } from './open-door.ts'

const payments = () => createFakePayments({ now: () => 1_000, newId: () => '1' })
const tea = { paymentId: 'p1', fen: 1_900, what: '茶 <1>', payBefore: 2_000 }

it('shows what is to be paid, takes it once, and says so', async () => {
  const cashier = payments()
  await cashier.begin(tea)
  const { url } = await openDoor({ cashier })
  const shown = await fetch(`${url}/cashier/p1`)
  expect([shown.status, shown.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("form-action 'self'"),
  ])
  expect(await shown.text()).toMatch(/茶 &#60;1&#62;.*¥19\.00.*<button>付款/)
  expect(await (await fetch(`${url}/cashier/p1`, { method: 'POST' })).text()).toContain('已付款')
  expect(cashier.paidFen('p1')).toBe(1_900)
  expect((await fetch(`${url}/cashier/none`)).status).toBe(404)
})

it('is not there when a real provider is, or none', async () => {
  const { url } = await openDoor()
  expect((await fetch(`${url}/cashier/p1`)).status).toBe(404)
})
