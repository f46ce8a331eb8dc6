import { cellText } from '@shared/domain/import/cells/text-cell';
import { cellAt, rowCells, type Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { msOfWallTime } from '@shared/lib/time';

/** One thing said, before anybody knows what is meant. */
export type SaidLine = { line: number; speaker?: string; at?: number; text: string };

const TEXT =
  /评论|评价|留言|内容|文本|反馈|投诉|建议|聊天|消息|text|comment|review|content|message/i;
const SPEAKER = /昵称|姓名|用户|客户|会员|买家|发言人|发送人|name|user|nick|speaker|author/i;
const TIME = /时间|日期|time|date/i;
const HEAD_ROWS = 10;

type Columns = { head: number; text: number; speaker: number; time: number };

function columnsOf(sheet: Sheet): Columns {
  for (let row = 0; row < Math.min(HEAD_ROWS, sheet.rowCount); row++) {
    const titles = rowCells(sheet, row).map((cell) => cellText(cell));
    const speaker = titles.findIndex((title) => SPEAKER.test(title) && title.length < 20);
    const time = titles.findIndex((title) => TIME.test(title) && title.length < 20);
    const text = titles.findIndex(
      (title, i) => i !== speaker && i !== time && TEXT.test(title) && title.length < 20,
    );
    if (text >= 0) return { head: row, text, speaker, time };
  }
  return { head: -1, text: longestColumn(sheet), speaker: -1, time: -1 };
}

/** Without a title it is the column that says most. */
function longestColumn(sheet: Sheet): number {
  const lengths: number[] = [];
  for (let row = 0; row < Math.min(50, sheet.rowCount); row++) {
    for (const [i, cell] of rowCells(sheet, row).entries()) {
      lengths[i] = (lengths[i] ?? 0) + cellText(cell).length;
    }
  }
  return lengths.reduce((best, length, i) => (length > (lengths[best] ?? 0) ? i : best), 0);
}

const CLOCK = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;

function timeOf(sheet: Sheet, row: number, column: number, zone: string): number | undefined {
  const cell = column < 0 ? null : cellAt(sheet, row, column);
  const found = CLOCK.exec(cellText(cell));
  if (!found) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24;
  return isDay ? msOfWallTime({ year, month, day, hour, minute, second }, zone) : undefined;
}

/** What a file of comments holds: one row, one thing said; rows without words are counted. */
export function saidInSheets(
  sheets: readonly Sheet[],
  fileName: string,
  zone: string,
): { said: SaidLine[]; skipped: number } {
  const sheet = sheets.find(({ visibility, rowCount }) => visibility === 'visible' && rowCount > 0);
  if (!sheet) throw new ExpectedError('import-no-rows', { file: fileName });
  const columns = columnsOf(sheet);
  const said: SaidLine[] = [];
  let skipped = 0;
  for (let row = columns.head + 1; row < sheet.rowCount; row++) {
    const text = cellText(cellAt(sheet, row, columns.text)).slice(0, 5000);
    const at = timeOf(sheet, row, columns.time, zone);
    const speaker = columns.speaker < 0 ? '' : cellText(cellAt(sheet, row, columns.speaker));
    if (text === '') skipped += 1;
    else {
      said.push({
        line: row + 1,
        text,
        ...(speaker !== '' && { speaker: speaker.slice(0, 200) }),
        ...(at !== undefined && { at }),
      });
    }
  }
  if (said.length === 0) throw new ExpectedError('import-no-rows', { file: fileName });
  return { said, skipped };
}
