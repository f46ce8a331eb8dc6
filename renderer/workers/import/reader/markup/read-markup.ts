import type { Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { createSizeLimit } from '../size-limit';
import { readHtmlTables } from './html-tables';
import { readOpenDocument } from './open-document';
import { readSpreadsheetXml } from './spreadsheet-xml';

const LOOK_AT = 8192;
const SPREADSHEET_XML = /<(?:\w+:)?Workbook[\s>]/;
const FLAT_DOCUMENT = /<office:document[\s>]/;
const SHEETS_INSIDE = '<office:spreadsheet';
const HTML_TABLE = /<(?:table|tr)[\s>]/i;
/** XML bombs are told by their own entities; no export needs any. */
const HAS_ENTITIES = /<!ENTITY/i;
const XML_TYPE = /<!DOCTYPE(?!\s+html)/i;

/** What was broken off in the middle: half a list must not pass for the whole. */
function isBrokenOff(text: string, ending: RegExp): boolean {
  return !ending.test(text.slice(-LOOK_AT));
}

function isHalfPage(html: string): boolean {
  const tail = html.slice(-LOOK_AT);
  const isInTag = tail.lastIndexOf('<') > tail.lastIndexOf('>');
  const isPage = /<html[\s>]/i.test(html.slice(0, LOOK_AT));
  return isInTag || (isPage && !/<\/(?:table|body|html)\s*>/i.test(tail));
}

/** The tables of a page that is part of something larger; none if it has none. */
export function tablesOf(page: string, file: string): Sheet[] {
  if (HAS_ENTITIES.test(page)) throw new ExpectedError('import-unsafe-xml', { file });
  return readHtmlTables(page, file, createSizeLimit(file));
}

/** The sheets of a text that is markup: HTML tables, Excel 2003 XML, a flat OpenDocument. */
export function readMarkup(text: string, file: string): Sheet[] {
  const refuse = (code: string) => new ExpectedError(code, { file });
  const head = text.slice(0, LOOK_AT);
  const allow = createSizeLimit(file);
  const isXml = SPREADSHEET_XML.test(head) || FLAT_DOCUMENT.test(head);
  if (HAS_ENTITIES.test(text) || (isXml && XML_TYPE.test(head))) throw refuse('import-unsafe-xml');
  if (SPREADSHEET_XML.test(head)) {
    if (isBrokenOff(text, /<\/(?:\w+:)?Workbook\s*>/)) throw refuse('import-damaged');
    return readSpreadsheetXml(text, allow);
  }
  if (FLAT_DOCUMENT.test(head)) {
    if (!text.includes(SHEETS_INSIDE)) throw refuse('import-not-a-sheet');
    if (isBrokenOff(text, /<\/office:document\s*>/)) throw refuse('import-damaged');
    return readOpenDocument(text, allow);
  }
  if (!HTML_TABLE.test(text)) throw refuse('import-not-a-sheet');
  if (isHalfPage(text)) throw refuse('import-damaged');
  return readHtmlTables(text, file, allow);
}
