import { describe, expect, it } from 'vitest';
import { readHubUrl, readInviteLink } from './invite-link.rules';

const CODE = 'K7QF-2MNP-9XWT';

describe('a pasted invite', () => {
  it.each([
    `http://192.168.1.5:8787/join#${CODE}`,
    `http://192.168.1.5:8787/#code=${CODE}`,
    `http://192.168.1.5:8787/join?code=${CODE}`,
    `http://192.168.1.5:8787/join/${CODE}`,
    `用这个加入：http://192.168.1.5:8787/join#${CODE} ，三天内有效`,
  ])('gives address and code: %s', (text) => {
    expect(readInviteLink(text)).toEqual({ url: 'http://192.168.1.5:8787', code: CODE });
  });

  it('is none without a code, or without an address', () => {
    expect(readInviteLink('http://192.168.1.5:8787/')).toBeUndefined();
    expect(readInviteLink(CODE)).toBeUndefined();
  });
});

describe('the address of a hub', () => {
  it.each([
    ['192.168.1.5:8787', 'http://192.168.1.5:8787'],
    [' https://hub.example.com/ ', 'https://hub.example.com'],
    ['http://hub.example.com/join', 'http://hub.example.com'],
  ])('is tidied: %s', (typed, url) => {
    expect(readHubUrl(typed)).toBe(url);
  });

  it.each(['', 'not an address', 'ftp://example.com', 'http://user:word@example.com'])(
    'is refused: %s',
    (typed) => {
      expect(readHubUrl(typed)).toBeUndefined();
    },
  );
});
