import type { Page } from '@playwright/test';
import { travelTo } from '../travel';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const TEN_MS = 10 * 3_600_000;
/** A Monday ten weeks before the sample's orders end, whatever day it is when the test runs. */
const FIRST_DAY_MS = Date.UTC(2026, 8, 7);

/** A day of the group's life as it is written down; the first is 0. */
export const lifeDay = (day: number): string =>
  new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);

/** Midnight in Shanghai, as rows hold it. */
export const lifeMs = (day: number): number => FIRST_DAY_MS + day * DAY_MS - SHANGHAI_MS;

/** Ten in the morning of that day, for the window and for what is written. */
export const liveOn = (page: Page, day: number): Promise<void> =>
  travelTo(page, lifeMs(day) + TEN_MS);
