import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, createDispatcher, type Handlers } from './dispatch';
import { isTrustedCaller } from './trusted-caller';

const windowIds = new Set([7]);
const ownPage: Caller = { contentsId: 7, isMainFrame: true, url: 'app://qunduo/index.html' };

let called: unknown[][];
let refusals: string[];
let failures: string[];

/** Only what these tests call; every other channel would be a mistake here and throws. */
const handlers = new Proxy({} as Handlers, {
  get(_target, name) {
    if (name === 'openExternal') {
      return (...args: unknown[]) => {
        called.push(args);
        return true;
      };
    }
    if (name === 'saveFile')
      return () => Promise.reject(new ExpectedError('disk-full', { folder: 'D:' }));
    if (name === 'appendJournal') return (...args: unknown[]) => called.push(args);
    return () => {
      throw new Error('no such handler here');
    };
  },
});

const dispatch = createDispatcher({
  handlers,
  isTrusted: (caller) => isTrustedCaller(caller, windowIds),
  logRefusal: (code, channel) => refusals.push(`${code} ${channel}`),
  logFailure: (channel) => failures.push(channel),
});

beforeEach(() => {
  called = [];
  refusals = [];
  failures = [];
});

test('our own page is answered', async () => {
  expect(await dispatch(ownPage, 'openExternal', ['https://example.com'])).toEqual({
    ok: true,
    value: true,
  });
  expect(called).toEqual([['https://example.com']]);
});

describe('who may call', () => {
  test.each<[string, Caller]>([
    ['another window', { ...ownPage, contentsId: 8 }],
    ['a frame inside the page', { ...ownPage, isMainFrame: false }],
    ['a print job', { ...ownPage, url: 'app://print/1' }],
    ['another page in our window', { ...ownPage, url: 'https://example.com/app://qunduo/' }],
    ['a page with a similar host', { ...ownPage, url: 'app://qunduo.evil.example/' }],
    ['a page that is not there', { ...ownPage, url: '' }],
    ['about:blank', { ...ownPage, url: 'about:blank' }],
  ])('not %s', async (_name, caller) => {
    const answer = await dispatch(caller, 'openExternal', ['https://example.com']);
    expect(answer).toEqual({ ok: false, code: 'ipc-wrong-sender', data: {} });
    expect(called).toEqual([]);
    expect(refusals).toEqual(['ipc-wrong-sender openExternal']);
  });
});

describe('what may be called', () => {
  test.each(['shell', '', 'toString', '__proto__', 'constructor', 'OPENEXTERNAL', 7, null, {}])(
    'not %j',
    async (name) => {
      expect(await dispatch(ownPage, name, [])).toMatchObject({ ok: false, code: 'ipc-unknown' });
      expect(refusals).toEqual(['ipc-unknown unknown']);
    },
  );
});

describe('with what', () => {
  const frame = { seq: 1, header: '{}', payload: new Uint8Array() };

  test.each<[string, unknown, unknown]>([
    ['too few', 'openExternal', []],
    ['too many', 'openExternal', ['https://example.com', 1]],
    ['of another type', 'openExternal', [7]],
    ['no list', 'openExternal', 'https://example.com'],
    ['nothing', 'openExternal', undefined],
    ['an address beyond the limit', 'openExternal', ['x'.repeat(2001)]],
    ['a path for a token', 'readPickedFile', ['/etc/passwd']],
    ['a number below one', 'appendJournal', ['database-1', [{ ...frame, seq: 0 }]]],
    ['a fraction', 'appendJournal', ['database-1', [{ ...frame, seq: 1.5 }]]],
    ['text for bytes', 'appendJournal', ['database-1', [{ ...frame, payload: 'x' }]]],
    [
      'an unknown paper',
      'printToPdf',
      [{ html: '', pageSize: 'B5', landscape: true, suggestedName: 'x' }],
    ],
    [
      'an unknown reason',
      'beginBackup',
      [{ reason: 'because', databaseId: 'd', lastSeq: 1, schemaVersion: 1, counts: {} }],
    ],
  ])('not with %s', async (_name, channel, args) => {
    expect(await dispatch(ownPage, channel, args)).toMatchObject({
      ok: false,
      code: 'ipc-bad-argument',
    });
    expect(called).toEqual([]);
  });

  test('fields nobody asked for do not reach the handler', async () => {
    await dispatch(ownPage, 'appendJournal', ['database-1', [{ ...frame, extra: 1 }]]);
    expect(called).toEqual([['database-1', [frame]]]);
  });
});

test('an expected error crosses as its code and data', async () => {
  expect(await dispatch(ownPage, 'saveFile', ['a.csv', new Uint8Array()])).toEqual({
    ok: false,
    code: 'disk-full',
    data: { folder: 'D:' },
  });
  expect(failures).toEqual([]);
});

test('a bug crosses without its message, and is logged', async () => {
  expect(await dispatch(ownPage, 'relaunch', [])).toEqual({
    ok: false,
    code: 'internal-error',
    data: { channel: 'relaunch' },
  });
  expect(failures).toEqual(['relaunch']);
});
