import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningConsole } from '../lib/running-console';

/** Hand-off packs as a user meets them in the settings. */
export class HandOffScreen {
  constructor(private readonly running: RunningConsole) {}

  private get page(): Page {
    return this.running.page;
  }

  get problem(): Locator {
    return this.page.getByTestId('hand-off-problem');
  }

  get preview(): Locator {
    return this.page.getByTestId('hand-off-preview');
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => {
      window.location.hash = '#/settings/handOff';
    });
    await this.page.getByTestId('hand-off').waitFor();
  }

  async begin(name: string): Promise<void> {
    await this.open();
    await this.page.getByTestId('hand-off-name').fill(name);
    await this.page.getByTestId('hand-off-begin').click();
    await expect(this.page.getByTestId('hand-off')).toHaveAttribute('data-sharing', 'true');
  }

  fingerprint(): Promise<string> {
    return this.page.getByTestId('hand-off-fingerprint').innerText();
  }

  /** `to`: what the choice says; a pack for the first laptop that is known where it is left out. */
  async make(
    path: string,
    options: Partial<{ to: string; passphrase: string; isMasked: boolean }>,
  ) {
    const { to, passphrase = '', isMasked = false } = options;
    await this.open();
    await this.running.answerSaveDialog(path);
    if (to !== undefined) {
      await this.page.getByTestId('hand-off-to').click();
      await this.page.getByRole('option', { name: to }).click();
    }
    if (isMasked) await this.page.getByTestId('hand-off-edition').getByText('志愿者版').click();
    const isSecret = this.page.getByTestId('hand-off-with-passphrase');
    await isSecret.setChecked(passphrase !== '');
    if (passphrase !== '') {
      await this.page.getByTestId('hand-off-passphrase').fill(passphrase);
      await this.page.getByTestId('hand-off-passphrase-again').fill(passphrase);
    }
    await this.page.getByTestId('hand-off-make').click();
    await expect(this.page.getByTestId('toast').last()).toContainText('已存好', {
      timeout: 60_000,
    });
    await expect(this.page.getByTestId('hand-off-make')).toBeEnabled();
  }

  /** Until it is shown, or refused. */
  async look(path: string, passphrase?: string): Promise<void> {
    await this.open();
    await this.running.answerOpenDialog([path]);
    await this.page.getByTestId('hand-off-pick').click();
    if (passphrase !== undefined) await this.unlock(passphrase);
    await expect(this.preview.or(this.problem)).toBeVisible({ timeout: 60_000 });
  }

  async unlock(passphrase: string): Promise<void> {
    await this.page.getByTestId('hand-off-open-passphrase').fill(passphrase);
    await this.page.getByTestId('hand-off-open').click();
  }

  async take(path: string, passphrase?: string): Promise<void> {
    await this.look(path, passphrase);
    await this.takeShown();
  }

  async takeShown(): Promise<void> {
    const accept = this.page.getByTestId('hand-off-accept');
    if (await accept.isVisible()) await accept.check();
    await this.page.getByTestId('hand-off-take').click();
    await expect(this.page.getByTestId('hand-off-take-card')).toHaveAttribute('data-step', 'idle', {
      timeout: 60_000,
    });
    await expect(this.problem).toHaveCount(0);
  }

  async nameForTaking(name: string): Promise<void> {
    await this.open();
    await this.page.getByTestId('hand-off-take-name').fill(name);
  }
}
