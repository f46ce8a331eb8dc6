import { expect, test } from 'vitest';
import { makeWindowPolicy, STATIC_PAGE_POLICY } from './csp';

const directives = (policy: string) =>
  new Map(
    policy.split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );

test('the window runs its own files only', () => {
  const policy = directives(makeWindowPolicy('abc'));
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('style-src')).toBe("'self' 'nonce-abc'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('base-uri')).toBe("'none'");
  expect(policy.get('form-action')).toBe("'none'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
});

test('nothing is unsafe, and nothing comes from elsewhere', () => {
  const policy = makeWindowPolicy('abc');
  expect(policy).not.toMatch(/unsafe|\*|https?:|ws:/);
});

test('a printed page has no scripts and asks for nothing', () => {
  const policy = directives(STATIC_PAGE_POLICY);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.has('script-src')).toBe(false);
  expect(policy.has('connect-src')).toBe(false);
  expect(policy.get('img-src')).toBe('data:');
});
