import { z } from 'zod';

/**
 * Ids are UUIDv7 (time-ordered), so rows created together are stored together and a page of rows is
 * a contiguous range of ids. Sets (a member's tag, a member's place in a group) take a joined id,
 * `<memberId>.<otherId>`, so that two laptops doing the same thing make the same record.
 */
export const idSchema = z.string().min(1).max(120);
