import { describe, expect, it } from 'vitest'
import { probePhones } from './probe-phone.ts'

const { heard, open, run } = probePhones()

describe('the logic side', () => {
  it('has the engine and nothing of the browser', async () => {
    const { result } = await run('scope')
    expect(JSON.parse(result)).toEqual([
      ...Array(9).fill('undefined'),
      'function',
      'function',
      'function',
      'undefined',
      'undefined',
    ])
  })

  it.each(['document', 'fetch'] as const)('fails when it reaches for %s', async (name) => {
    expect((await run(name)).result).toMatch(/^refused: .*(undefined|not a function)/)
  })

  it('reports a call that this host does not play, even when the app catches it', async () => {
    const { result, faults } = await run('unplayed')
    expect(result).toBe('"caught"')
    expect(faults).toEqual(['wx.startBluetoothDevicesDiscovery is not played by this host'])
  })

  it('reports a call that does not exist', async () => {
    expect((await run('unknown')).faults).toEqual(['wx.makeCoffee does not exist'])
  })

  it('reports an exception that nobody catches', async () => {
    const { faults } = await run('crash')
    expect(faults.join()).toContain('late')
  })

  it('says yes to canIUse only for what is really there', async () => {
    expect((await run('canIUse')).result).toBe('[true,false,false,true,false]')
  })
})

describe('setData', () => {
  it('is written down with its bytes', async () => {
    const { record } = await run('home')
    expect(record?.setData).toMatchObject([
      { page: 'pages/home', keys: ['out'], bytes: '{"out":"\\"object\\""}'.length, hidden: false },
    ])
  })

  it('over 1 MB is a fault', async () => {
    expect((await run('largeData')).faults.join()).toContain('is over 1 MB')
  })
})

describe('storage', () => {
  it('reads back what was kept, and a missing key as an empty string', async () => {
    expect((await run('storage')).result).toBe('[{"b":1},""]')
  })

  it.each([
    ['missing', 'refused: getStorage:fail data not found'],
    ['large', 'refused: setStorageSync:fail entry size limit reached'],
  ] as const)('%s: %s', async (name, refusal) => {
    expect((await run(name)).result).toBe(refusal)
  })

  it('is still there when the app was killed', async () => {
    const phone = await open('storage')
    await phone.tap('go')
    await phone.see('{"b":1}')
    await phone.relaunch()
    const kept = await phone.page.evaluate(() => localStorage.getItem('mp:a'))
    expect(kept).toBe('{"data":{"b":1}}')
    await phone.close()
  })
})

describe('wx.request', () => {
  it('succeeds with any status, and gives header names as the server wrote them', async () => {
    const answer = JSON.parse((await run('post')).result)
    expect(answer).toMatchObject({ statusCode: 503, data: { down: true }, errMsg: 'request:ok' })
    expect(answer.header['X-Request-Id']).toBe('r-1')
    expect(heard).toEqual([
      { method: 'POST', own: 'yes', type: 'application/json', body: '{"a":1}' },
    ])
  })

  it('fails when it is aborted', async () => {
    const { result } = await run('abort')
    expect(result).toContain('"request:fail abort"')
  })

  it('fails when no answer comes in time', async () => {
    const phone = await open('timeout')
    phone.network.hold()
    await phone.tap('go')
    await phone.see('request:fail timeout')
    phone.network.release()
    await phone.close()
  })

  it('fails when the server did the work and its answer is lost', async () => {
    const phone = await open('post')
    phone.network.loseNextAnswer()
    await phone.tap('go')
    await phone.see('request:fail connection reset')
    expect(heard).toHaveLength(1)
    await phone.close()
  })

  it('fails without a network, and nothing reaches the server', async () => {
    const phone = await open('post')
    await phone.goOffline()
    await phone.tap('go')
    await phone.see('request:fail no network')
    expect(heard).toEqual([])
    await phone.close()
  })

  it('reaches no other server than the one in the domain list', async () => {
    const { result, faults } = await run('elsewhere')
    expect(result).toContain('url not in domain list')
    expect(faults).toHaveLength(1)
  })
})
