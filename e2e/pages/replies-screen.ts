import { expect, type Locator, type Page } from '@playwright/test';

/** Ready answers, the palette over any page, and the questions of pasted chats. */
export class RepliesScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-replies').click();
    await this.switchTo('library');
  }

  async openQuestions(): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-replies').click();
    await this.switchTo('questions');
  }

  private async switchTo(part: 'library' | 'questions'): Promise<void> {
    const root = part === 'library' ? 'replies' : 'questions';
    const page = this.page.locator(`[data-testid=page-groups-${root}]`);
    await this.page.getByTestId('replies-switch').waitFor();
    if (!(await page.isVisible())) {
      const at = part === 'library' ? 0 : 1;
      await this.page.getByTestId('replies-switch').locator('label').nth(at).click();
    }
    await this.page.locator(`[data-testid=page-groups-${root}][data-ready=true]`).waitFor();
  }

  async takeStarters(): Promise<void> {
    await this.page.getByTestId('reply-starters').click();
    await expect(this.rows.first()).toBeVisible();
  }

  get rows(): Locator {
    return this.page.getByTestId('reply-row');
  }

  row(keyword: string): Locator {
    return this.rows.filter({ has: this.page.locator('b', { hasText: keyword }) });
  }

  async search(text: string): Promise<void> {
    await this.page.getByTestId('reply-search').fill(text);
  }

  /** Pastes a table of keywords and stops at its plan. */
  async planTable(text: string): Promise<Locator> {
    await this.page.getByTestId('reply-take-in').click();
    await this.page.getByTestId('reply-import-text').fill(text);
    await this.page.getByTestId('reply-import-look').click();
    const counts = this.page.getByTestId('reply-import-counts');
    await expect(counts).toBeVisible();
    return counts;
  }

  async commitTable(): Promise<void> {
    await this.page.getByTestId('reply-import-commit').click();
    await expect(this.page.getByTestId('reply-import-commit')).toHaveCount(0);
  }

  async add(keyword: string, answer: string): Promise<void> {
    await this.page.getByTestId('reply-add').click();
    await this.page.getByTestId('reply-keyword').fill(keyword);
    await this.page.getByTestId('reply-answer').fill(answer);
    await this.page.getByTestId('reply-save').click();
    await expect(this.page.getByTestId('reply-save')).toHaveCount(0);
  }

  get quickInput(): Locator {
    return this.page.getByTestId('quick-reply-input');
  }

  get quickHits(): Locator {
    return this.page.getByTestId('quick-reply-hit');
  }

  /** Opens the palette by its key and types; waits for the answers to just that. */
  async quick(text: string): Promise<void> {
    await this.page.keyboard.press('Control+J');
    await expect(this.quickInput).toBeFocused();
    await this.page.keyboard.insertText(text);
    await expect(this.page.getByTestId('quick-reply-hits')).toHaveAttribute('data-text', text);
  }

  /** The same for the walk over all screens: of whichever group is first, in any language. */
  async showChatPlan(text: string): Promise<void> {
    await this.page.getByTestId('chat-take').click();
    await this.page.getByTestId('chat-group').click();
    await this.page.getByRole('option').first().click();
    await this.page.getByTestId('chat-paste').fill(text);
    await this.page.getByTestId('chat-look').click();
    await expect(this.page.getByTestId('chat-plan')).toBeVisible();
  }

  /** Pastes a chat for a group and stops at its plan. */
  async planChat(group: string, text: string): Promise<Locator> {
    await this.page.getByTestId('chat-take').click();
    await this.page.getByTestId('chat-group').click();
    await this.page.getByRole('option', { name: group, exact: true }).click();
    await this.page.getByTestId('chat-paste').fill(text);
    await this.page.getByTestId('chat-look').click();
    const plan = this.page.getByTestId('chat-plan');
    await expect(plan).toBeVisible();
    return plan;
  }

  speaker(name: string): Locator {
    return this.page.locator(`[data-testid=chat-speaker][data-name="${name}"]`);
  }

  async commitChat(): Promise<void> {
    await this.page.getByTestId('chat-commit').click();
    await expect(this.page.getByTestId('chat-commit')).toHaveCount(0);
  }

  question(text: string): Locator {
    return this.page.getByTestId('question-row').filter({ hasText: text });
  }

  /** 未回答 0, 已回答 1, 不是问题 2, 回答用时 3. */
  async show(at: number): Promise<void> {
    await this.page.getByTestId('question-view').locator('label').nth(at).click();
  }
}
