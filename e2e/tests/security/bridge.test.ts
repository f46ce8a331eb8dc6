import type { Page } from '@playwright/test';
import { type IpcChannel, ipcContract } from '@shared/contracts/ipc';
import { expect, test } from '../../fixtures';

type Answer = { ok: boolean; code?: string; value?: unknown };
type AnyBridge = Record<string, (...args: unknown[]) => Promise<Answer>>;

/** Calls a function of the bridge as a page would that has been taken over. */
const call = (page: Page, name: string, args: unknown[]): Promise<Answer> =>
  page.evaluate(
    ([channel, values]) => {
      /** Bytes, huge texts and keys of prototypes do not survive the way here, so they are made here. */
      const make = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(make);
        if (value === null || typeof value !== 'object') return value;
        const { $text, $bytes, $list, $json, ...rest } = value as Record<string, unknown>;
        if (typeof $text === 'number') return 'x'.repeat($text);
        if (typeof $bytes === 'number') return new Uint8Array($bytes);
        if (typeof $list === 'number') return Array.from({ length: $list }, () => make(rest));
        if (typeof $json === 'string') return JSON.parse($json);
        return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, make(item)]));
      };
      const { qunduo } = window as unknown as { qunduo: AnyBridge };
      const known = qunduo[channel];
      if (!known) throw new Error(`the bridge has no ${channel}`);
      return known(...(values.map(make) as unknown[]));
    },
    [name, args] as const,
  );

const text = (length: number) => ({ $text: length });
const bytes = (length: number) => ({ $bytes: length });
const json = (source: string) => ({ $json: source });
const frame = { seq: 1, header: '{}', payload: bytes(0) };
const asset = 'a'.repeat(64);
const job = { html: '', pageSize: 'A4', landscape: true, suggestedName: 'week.pdf' };
const join = { protocol: 1, code: 'ABCD-EFGH', deviceName: 'a' };
const header = { reason: 'manual', databaseId: 'd', lastSeq: 1, schemaVersion: 1, counts: {} };

/** Lists of arguments that no channel may take; the names speak of what is wrong with them. */
const refused: Record<IpcChannel, unknown[][]> = {
  writeSettings: [[], [null], ['dark'], [{ theme: 'neon' }], [{ navCollapsed: 1 }], [{}, {}]],
  rememberSecret: [[], ['a'], ['', 'b'], [text(201), 'b'], ['a', 1], ['a', text(1001)]],
  recallSecret: [[], [''], [1], [text(201)], ['a', 'b']],
  forgetSecret: [[], [''], [{}], [text(201)]],
  reportPhase: [[], ['data-ready'], ['ready', 1], ['data-ready', '1'], ['__proto__', 1]],
  reportProblem: [[], [{}], [{ kind: 'x', message: '' }], [{ kind: 'error', message: text(4001) }]],
  pickFiles: [[], ['sheet'], ['exe', false], ['sheet', 1], ['constructor', true]],
  readPickedFile: [[], [1], ['/etc/passwd'], ['../../etc/passwd'], [text(65)], [['a']]],
  saveFile: [[], ['a.csv'], ['a.csv', 'text'], ['', bytes(1)], [text(201), bytes(1)], ['a', [1]]],
  readPackKey: [[1], ['all']],
  signPack: [[], ['a'], [bytes(31)], [bytes(33)], [bytes(32), 1]],
  readJournalState: [[1], [{}], [null]],
  appendJournal: [
    [],
    ['database-1'],
    ['d', [frame]],
    ['database-1', frame],
    ['database-1', [{ ...frame, seq: 0 }]],
    ['database-1', [{ ...frame, seq: 1.5 }]],
    ['database-1', [{ ...frame, payload: 'x' }]],
    ['database-1', [{ ...frame, header: text(8_000_001) }]],
    ['database-1', { $list: 10_001, ...frame }],
  ],
  beginJournalFrame: [
    [],
    ['d', 1, '{}'],
    ['database-1', 0, '{}'],
    ['database-1', 1, text(8_000_001)],
  ],
  writeJournalBlock: [[], ['a'.repeat(8)], ['a'.repeat(8), 'text'], ['../../../etc', bytes(1)]],
  finishJournalFrame: [[], [1], ['../../x']],
  abortJournalFrame: [[], [null], ['..']],
  readJournal: [[], [-1], ['0'], [0.5], [null], [Number.MAX_SAFE_INTEGER + 1]],
  retireJournal: [[1], ['all']],
  forgetJournal: [[], [-1], ['1'], [0.5]],
  readErasures: [[1]],
  keepErasures: [[], [{}], [[{ id: '' }]], [[{ id: 'a', at: 'now' }]]],
  listBackups: [['..'], [{}]],
  beginBackup: [[], [{ ...header, reason: 'because' }], [{ ...header, counts: [1] }], [{}]],
  writeBackup: [[], ['a'.repeat(8)], ['a'.repeat(8), 'text'], ['../../../etc', bytes(1)]],
  finishBackup: [[], [1], ['../../x']],
  abortBackup: [[], [null], ['..']],
  openBackup: [[], ['latest'], [{}], [{ name: '' }], [{ name: text(201) }], [{ token: '../x' }]],
  readBackup: [[], [1], ['../x']],
  closeBackup: [[], [{}], ['..']],
  exportBackup: [[], [''], [1], [text(201)]],
  showBackupFolder: [['/etc'], [1]],
  preparePrint: [[1], ['<p>']],
  printToPdf: [
    [],
    ['<p>'],
    [{ ...job, pageSize: 'B5' }],
    [{ ...job, landscape: 'yes' }],
    [{ ...job, suggestedName: '' }],
    [{ ...job, html: text(20_000_001) }],
  ],
  savePosters: [[], [[]], [job], [[{ html: '' }]], [[{ ...job, suggestedName: text(201) }]]],
  drawPoster: [[], [1], [text(20_000_001)], [['<p>']]],
  printOnPaper: [[], [{}], [{ ...job, pageSize: 'A5' }], [{ ...job, html: 1 }]],
  keepPicture: [
    [],
    ['a'.repeat(8), bytes(1)],
    ['a'.repeat(8), 'text', 'image/jpeg'],
    ['a'.repeat(8), bytes(1), 'image/gif'],
    ['a'.repeat(8), bytes(0), 'image/png'],
    ['a'.repeat(8), bytes(5 * 1024 * 1024 + 1), 'image/png'],
    ['../../etc/passwd', bytes(1), 'image/png'],
    ['a/b', bytes(1), 'image/png'],
  ],
  readPicture: [[], [1], ['../key'], ['key.json'], ['a'.repeat(65)], ['A'.repeat(8)]],
  removePicture: [[], [null], ['../../settings.json'], ['..'], [['a'.repeat(8)]]],
  removeOtherPictures: [[], [null], ['a'.repeat(8)], [['../key']], [['key.json']], [[1]]],
  readPictureProtection: [[1], ['file']],
  keepPickedAsset: [[], [asset], ['../../etc/passwd', null], ['a'.repeat(8), '../x'], [1, null]],
  beginAsset: [[], [''], [1], [text(201)]],
  writeAsset: [
    [],
    ['a'.repeat(8)],
    ['a'.repeat(8), 'text'],
    ['../../../etc', bytes(1)],
    ['a'.repeat(8), bytes(8 * 1024 * 1024 + 1)],
  ],
  finishAsset: [[], ['a'.repeat(8)], ['../../x', null], ['a'.repeat(8), 'A'.repeat(64)]],
  abortAsset: [[], [null], ['..']],
  findAssetsInFolder: [[], [asset], [['/etc']], [[{ id: asset, bytes: -1 }]], [[], '/etc']],
  showAssetFolder: [['/etc'], [1]],
  findMissingAssets: [[], [asset], [[asset]], [[{ id: '../key', bytes: 1 }]], [[{ id: asset }]]],
  readAssetPicture: [[], [1], ['../key'], ['a'.repeat(63)], ['A'.repeat(64)], [`../${asset}`]],
  readAssetThumbnail: [[], [1], ['../key'], ['a'.repeat(65)]],
  keepAssetThumbnail: [[], [asset], [asset, 'text'], [asset, bytes(0)], ['../x', bytes(1)]],
  saveAssetAs: [[], [asset], ['../settings.json', 'a.png'], [asset, ''], [asset, text(201)]],
  showAssetInFolder: [[], [asset], ['..', 'a.png'], [asset, ''], [asset, 1]],
  removeOtherAssets: [[], [null], [asset], [['../key']], [[1]]],
  readHubLink: [[1], ['token']],
  joinHub: [
    [],
    ['http://127.0.0.1:1'],
    [text(301), join],
    [1, join],
    ['http://127.0.0.1:1', { ...join, code: 'short' }],
    ['http://127.0.0.1:1', { ...join, code: text(65) }],
    ['http://127.0.0.1:1', { ...join, deviceName: '' }],
    ['http://127.0.0.1:1', { ...join, protocol: '1' }],
  ],
  askHub: [
    [],
    [{}],
    [{ method: 'DELETE', path: '/v1/me' }],
    [{ method: 'GET', path: 'http://stranger.example/v1/me' }],
    [{ method: 'GET', path: '/admin' }],
    [{ method: 'GET', path: '/v1/../metrics' }],
    [{ method: 'GET', path: '/v1/me\r\nx-more: 1' }],
    [{ method: 'POST', path: '/v1/push', type: 'frames', body: 'text' }],
    [{ method: 'POST', path: '/v1/push', type: 'frames', body: bytes(8 * 1024 * 1024 + 1) }],
  ],
  openHubBell: [[1], ['ws://stranger.example']],
  forgetHub: [[1], [{}]],
  readHostedHub: [[1]],
  hostHub: [[], ['world'], ['0.0.0.0'], [1]],
  inviteHostOwner: [[], [''], [text(101)], [1]],
  stopHostedHub: [[1], ['now']],
  openExternal: [[], [1], [text(2001)], [{ href: 'https://a.example' }], ['https://a.example', 1]],
  freeSpace: [['/'], [1]],
  relaunch: [[{ args: ['--inspect'] }], [1]],
  confirmQuit: [[1], ['now']],
};

test('every function of the bridge refuses bad arguments with a code', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  for (const channel of Object.keys(ipcContract) as IpcChannel[]) {
    for (const args of refused[channel]) {
      const answer = await call(running.page, channel, args);
      expect(answer, `${channel} ${JSON.stringify(args)}`).toEqual({
        ok: false,
        code: 'ipc-bad-argument',
        data: {},
      });
    }
  }
  await running.page.getByTestId('nav-settings').click();
  await running.isReady('settings');
});

test('names that lead elsewhere and tokens that nobody gave find nothing', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const wild = [
    '../settings.json',
    '..\\settings.json',
    '/etc/passwd',
    'C:\\x.qdb',
    'none.qdb',
    '.',
  ];
  for (const name of wild) {
    for (const [channel, args] of [
      ['openBackup', [{ name }]],
      ['exportBackup', [name]],
    ] as const) {
      expect(await call(running.page, channel, [...args]), `${channel} ${name}`).toMatchObject({
        ok: false,
        code: 'backup-not-found',
      });
    }
  }
  const token = 'abcdef0123456789';
  expect(await call(running.page, 'readPicture', [token])).toEqual({ ok: true, value: null });
  expect(await call(running.page, 'keepPicture', [token, bytes(64), 'image/png'])).toMatchObject({
    ok: false,
    code: 'picture-not-a-picture',
  });
  for (const [channel, args] of [
    ['readPickedFile', [token]],
    ['writeBackup', [token, bytes(1)]],
    ['finishBackup', [token]],
    ['readBackup', [token]],
    ['openBackup', [{ token }]],
  ] as const) {
    const answer = await call(running.page, channel, [...args]);
    expect(answer, channel).toMatchObject({ ok: false, code: expect.stringMatching(/^[a-z-]+$/) });
  }
});

test('keys of prototypes reach neither the settings nor any object of main', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const poison =
    '{"theme":"dark","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  const answer = await call(running.page, 'writeSettings', [json(poison)]);
  expect(answer).toEqual({ ok: true, value: { theme: 'dark' } });
  const isPolluted = await running.app.evaluate(() => 'polluted' in {});
  expect(isPolluted).toBe(false);
  expect(await running.page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('the bridge has exactly the functions of the contract', async ({ startConsole }) => {
  const running = await startConsole();
  const names = await running.page.evaluate(() =>
    Object.keys((window as unknown as { qunduo: object }).qunduo),
  );
  const events = ['onMenuCommand', 'onBeforeQuit', 'onHubBell', 'onHubLine', 'onHostedHub'];
  expect(names.sort()).toEqual([...Object.keys(ipcContract), ...events].sort());
});
