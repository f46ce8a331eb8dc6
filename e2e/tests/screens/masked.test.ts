import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import { workByHand } from '../../lib/fill-console';
import { fillFlows } from '../../lib/fill-flows';
import { innerScreens, readAreas } from '../../pages/all-screens';
import { flowScreens } from '../../pages/flow-screens';

/** What may not be read on a shared screen: whole numbers in any spelling, doors, amounts. */
function secretsOf(rows: { phone?: unknown; address?: unknown }[]): string[] {
  return rows.flatMap(({ phone, address }) => {
    const digits = typeof phone === 'string' ? phone.replace(/^\+86/, '') : '';
    const isMobile = /^\d{11}$/.test(digits);
    const spaced = `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
    return [
      ...(isMobile ? [digits, spaced] : []),
      ...(typeof address === 'string' && address.length > 8 ? [address] : []),
    ];
  });
}

/** A rule's own threshold ("¥120 or more") says nothing of anybody. */
async function withoutRules(text: string, page: Page): Promise<string> {
  const rules = await page.getByTestId('rule-sentence').allInnerTexts();
  const longestFirst = [...new Set(rules)].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, rule) => rest.replaceAll(rule, ''), text);
}

test('under the privacy mask no screen shows a phone, an address or an amount', async ({
  startFilled,
  filled: { files },
}) => {
  test.setTimeout(300_000);
  const running = await startFilled();
  await workByHand(running);
  await fillFlows(running);
  const { page } = running;
  const secrets = [
    ...secretsOf(await running.rows('members')),
    ...secretsOf(
      (await running.rows('orders')).map(({ receiverPhone, address }) => ({
        phone: receiverPhone,
        address,
      })),
    ),
  ];
  expect(secrets.length).toBeGreaterThan(500);
  const shown = () => page.evaluate(() => document.body.innerText);
  await page.getByTestId('nav-members').click();
  await page.getByTestId('member-row').first().waitFor();
  const open = await shown();
  expect(secrets.some((secret) => open.includes(secret))).toBe(true);

  await page.getByTestId('privacy-mask').click();
  const seen: string[] = [];
  for (const screen of [...(await readAreas(page)), ...innerScreens(files), ...flowScreens]) {
    await page.keyboard.press('Escape');
    await screen.open(page);
    const text = await shown();
    const spoken = await withoutRules(text, page);
    for (const secret of secrets) if (text.includes(secret)) seen.push(`${screen.name}: ${secret}`);
    for (const amount of spoken.match(/¥\s?\d[\d.,]*/g) ?? [])
      seen.push(`${screen.name}: ${amount}`);
  }
  expect(seen).toEqual([]);
});
