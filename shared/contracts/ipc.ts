import { erasureSchema } from '@shared/domain/members/erasure.schema';
import { z } from 'zod';
import {
  assetFileIdSchema,
  keptAssetSchema,
  MAX_ASSET_BLOCK_BYTES,
  MAX_THUMBNAIL_BYTES,
  shownPictureSchema,
} from './asset-file';
import { type HubEvents, hubContract } from './hub-link';

/**
 * The bridge between the window and the main process: one entry per named function.
 * Main validates every argument list against `args`, the preload exposes exactly these
 * names as `window.qunduo.<name>(...)`, and `renderer/platform/bridge.ts` is the only caller.
 *
 * The window never sends paths: files that the user chose are known by a token.
 */

export const LANGUAGES = ['zh-CN', 'en'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['normal', 'large'] as const;

const bytes = z.instanceof(Uint8Array);
const token = z.string().regex(/^[a-z0-9-]{8,64}$/);
const fileName = z.string().min(1).max(200);
const secretName = z.string().min(1).max(200);

/** Kept in `settings.json`; everything optional so that an older or newer file still loads. */
export const settingsSchema = z.object({
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(THEMES).optional(),
  textSize: z.enum(TEXT_SIZES).optional(),
  navCollapsed: z.boolean().optional(),
  privacyMask: z.boolean().optional(),
  /** Who works at this laptop, as they want to be named in what they do. */
  operatorName: z.string().max(60).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the window needs to know before it draws; served inside `index.html` as JSON. */
export const launchSchema = z.object({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  settings: settingsSchema,
  inspect: z.boolean(),
  platform: z.string(),
  appVersion: z.string(),
  /** e.g. "Electron 45.4.1"; the fallback runtime names itself here. */
  runtime: z.string(),
  isFallbackRuntime: z.boolean(),
  dataFolder: z.string(),
  /** Why the previous window died, when it did. */
  previousCrash: z.string().optional(),
});
export type Launch = z.infer<typeof launchSchema>;

/**
 * One journalled operation. `seq` is this device's gap-free local number, `header` the op as JSON
 * without its bulk payload, `payload` the packed pages of a bulk op (empty for ordinary ones).
 */
export const journalFrameSchema = z.object({
  seq: z.number().int().positive(),
  header: z.string().max(8_000_000),
  payload: bytes,
});
export type JournalFrame = z.infer<typeof journalFrameSchema>;

export const journalStateSchema = z.object({
  /** The store that wrote it; a journal of another database is never mixed in. */
  databaseId: z.string().nullable(),
  firstSeq: z.number().int().nonnegative(),
  lastSeq: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  /** Set when the tail was torn (a killed process); everything before it is good. */
  truncatedBytes: z.number().int().nonnegative(),
  /** The last operation that shows in what was set aside as damaged; 0 when nothing was. */
  damagedSeq: z.number().int().nonnegative(),
});
export type JournalState = z.infer<typeof journalStateSchema>;

export const backupInfoSchema = z.object({
  name: fileName,
  createdAt: z.number().int(),
  bytes: z.number().int(),
  reason: z.string(),
  databaseId: z.string(),
  /** The last journal number that is inside. */
  lastSeq: z.number().int(),
  schemaVersion: z.number().int(),
  counts: z.record(z.string(), z.number()),
});
export type BackupInfo = z.infer<typeof backupInfoSchema>;

export const BACKUP_REASONS = [
  'timer',
  'change',
  'import',
  'restore',
  'manual',
  'upgrade',
  'erasure',
] as const;
export const backupHeaderSchema = backupInfoSchema
  .pick({ databaseId: true, lastSeq: true, schemaVersion: true, counts: true })
  .extend({ reason: z.enum(BACKUP_REASONS) });
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

const printJob = z.object({
  /** A complete HTML document without scripts; its styles and images are inline. */
  html: z.string().max(20_000_000),
  pageSize: z.enum(['A4', 'A3']),
  landscape: z.boolean(),
  suggestedName: fileName,
});
export type PrintJob = z.infer<typeof printJob>;

/** A document set for a picture of the phone's width; as high as its text needs. */
const posterJob = printJob.pick({ html: true, suggestedName: true });
export type PosterJob = z.infer<typeof posterJob>;

export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
const pictureId = z.string().regex(/^[a-z0-9-]{8,64}$/);
const pictureMimeType = z.enum(['image/jpeg', 'image/png', 'image/webp']);
export type PictureMimeType = z.infer<typeof pictureMimeType>;
const pictureBytes = bytes.refine(({ length }) => length > 0 && length <= MAX_PICTURE_BYTES);
const keptPicture = z.object({ bytes, mimeType: pictureMimeType });
export type KeptPicture = z.infer<typeof keptPicture>;

const wantedAssets = z
  .array(z.object({ id: assetFileIdSchema, bytes: z.number().int().nonnegative() }))
  .max(100_000);

const saved = z.object({ saved: z.boolean(), name: z.string().optional() });
const pickedFile = z.object({ token, name: fileName, size: z.number().int() });

export const ipcContract = {
  writeSettings: { args: [settingsSchema], result: settingsSchema },

  /** Encrypted by the system for this user; refused (`secrets-not-encrypted`) where it cannot. */
  rememberSecret: { args: [secretName, z.string().max(1000)], result: z.void() },
  /** Null when it is not kept, or was kept by another user or on another computer. */
  recallSecret: { args: [secretName], result: z.string().nullable() },
  forgetSecret: { args: [secretName], result: z.void() },

  /** `data-ready` and friends, with epoch milliseconds; main prints them for start and benches. */
  reportPhase: {
    args: [z.enum(['first-paint', 'data-ready', 'first-rows']), z.number()],
    result: z.void(),
  },
  reportProblem: {
    args: [
      z.object({
        kind: z.enum(['error', 'rejection', 'render', 'worker']),
        message: z.string().max(4000),
        stack: z.string().max(20000).optional(),
      }),
    ],
    result: z.void(),
  },

  pickFiles: {
    args: [z.enum(['sheet', 'backup', 'asset', 'pack']), z.boolean()],
    result: z.array(pickedFile),
  },
  readPickedFile: { args: [token], result: bytes },
  saveFile: { args: [fileName, bytes], result: saved },

  readJournalState: { args: [], result: journalStateSchema },
  appendJournal: {
    args: [z.string().min(8).max(64), z.array(journalFrameSchema).max(10_000)],
    result: journalStateSchema,
  },
  /**
   * A frame whose payload is too large for one message: begun with its header, given in blocks of
   * about a megabyte, valid only once finished, and then durable. Null when the journal has it.
   */
  beginJournalFrame: {
    args: [z.string().min(8).max(64), z.number().int().positive(), z.string().max(8_000_000)],
    result: token.nullable(),
  },
  writeJournalBlock: { args: [token, bytes], result: z.void() },
  finishJournalFrame: { args: [token], result: journalStateSchema },
  abortJournalFrame: { args: [token], result: z.void() },
  /** Frames after `afterSeq`, at most about 8 MB at a time; empty at the end. */
  readJournal: { args: [z.number().int().nonnegative()], result: z.array(journalFrameSchema) },
  /** Sets the journal aside (kept as a file) so that another database may start its own. */
  retireJournal: { args: [], result: z.void() },

  /**
   * Deletes every journalled operation up to this number for good, set-aside ones included: a copy
   * without an erased person covers them. Says no when the journal holds later ones.
   */
  forgetJournal: { args: [z.number().int().nonnegative()], result: z.boolean() },

  /** Who was erased, as it is kept outside the database. */
  readErasures: { args: [], result: z.array(erasureSchema) },
  keepErasures: { args: [z.array(erasureSchema).max(100_000)], result: z.void() },

  listBackups: { args: [], result: z.array(backupInfoSchema) },
  beginBackup: { args: [backupHeaderSchema], result: token },
  /** Main compresses the chunk; several may be on their way, they keep the order of the calls. */
  writeBackup: { args: [token, bytes], result: z.void() },
  /** Makes the file durable under its final name and applies retention. */
  finishBackup: { args: [token], result: backupInfoSchema },
  abortBackup: { args: [token], result: z.void() },
  /** Opens a kept backup by name, or one the user picked by token. */
  openBackup: {
    args: [z.union([z.object({ name: fileName }), z.object({ token })])],
    result: z.object({ token, info: backupInfoSchema }),
  },
  /** The next chunk as it was written, or null at the end. */
  readBackup: { args: [token], result: bytes.nullable() },
  closeBackup: { args: [token], result: z.void() },
  exportBackup: { args: [fileName], result: saved },
  showBackupFolder: { args: [], result: z.void() },

  /** Somebody is about to print; what takes time is done ahead. */
  preparePrint: { args: [], result: z.void() },
  printToPdf: { args: [printJob], result: saved },
  printOnPaper: { args: [printJob], result: z.object({ printed: z.boolean() }) },
  /** One picture under the name that is chosen, several into a folder (`name` is the folder's). */
  savePosters: { args: [z.array(posterJob).min(1).max(200)], result: saved },
  /** The same picture as PNG, for the clipboard. */
  drawPoster: { args: [printJob.shape.html], result: bytes },

  /**
   * Pictures of people's papers: encrypted in this laptop's folder, in no backup and no exchange.
   * Refused (`picture-not-a-picture`) when the bytes are not what they are said to be.
   */
  keepPicture: { args: [pictureId, pictureBytes, pictureMimeType], result: z.void() },
  /** Null when it is not on this laptop; refused when the file was changed or the key is another's. */
  readPicture: { args: [pictureId], result: keptPicture.nullable() },
  removePicture: { args: [pictureId], result: z.void() },
  /** Removes the pictures with none of these ids, that nothing named for thirty days; how many. */
  removeOtherPictures: {
    args: [z.array(pictureId).max(1_000_000)],
    result: z.number().int().nonnegative(),
  },
  /** `file`: this computer has no keychain, so the key lies in a file that only this user can read. */
  readPictureProtection: { args: [], result: z.enum(['keychain', 'file']) },

  /**
   * Files for content, kept in this laptop's folder under the hash of their bytes. A picked file is
   * read by main; with an id only the file with that hash is taken (`asset-other-file`). Null when
   * `abortAsset` gave it up by the same token.
   */
  keepPickedAsset: {
    args: [token, assetFileIdSchema.nullable()],
    result: keptAssetSchema.nullable(),
  },
  /** What was dropped or pasted comes in pieces. */
  beginAsset: { args: [fileName], result: token },
  writeAsset: {
    args: [token, bytes.refine(({ length }) => length <= MAX_ASSET_BLOCK_BYTES)],
    result: z.void(),
  },
  finishAsset: { args: [token, assetFileIdSchema.nullable()], result: keptAssetSchema },
  abortAsset: { args: [token], result: z.void() },
  /**
   * Asks for a folder and takes from it, and from all within, every file that has one of these
   * hashes, whatever it is called there. Null when nobody chose a folder.
   */
  findAssetsInFolder: {
    args: [wantedAssets],
    result: z
      .object({ found: z.array(assetFileIdSchema), looked: z.number().int().nonnegative() })
      .nullable(),
  },
  showAssetFolder: { args: [], result: z.void() },
  /** Which of these do not lie on this laptop, or not whole. */
  findMissingAssets: { args: [wantedAssets], result: z.array(assetFileIdSchema) },
  /** Null when it is not here; refused when it is no picture, too large, or changed on the disk. */
  readAssetPicture: { args: [assetFileIdSchema], result: shownPictureSchema.nullable() },
  /** Made by the window, which decodes pictures in its sandbox; kept to be shown again. */
  readAssetThumbnail: { args: [assetFileIdSchema], result: shownPictureSchema.nullable() },
  keepAssetThumbnail: {
    args: [
      assetFileIdSchema,
      bytes.refine(({ length }) => length > 0 && length <= MAX_THUMBNAIL_BYTES),
    ],
    result: z.void(),
  },
  saveAssetAs: { args: [assetFileIdSchema, fileName], result: saved },
  /** Shows a copy under the given name, because in the box files are called by their hash. */
  showAssetInFolder: { args: [assetFileIdSchema, fileName], result: z.void() },
  /** Removes the files with none of these ids, that nothing named for thirty days; how many. */
  removeOtherAssets: {
    args: [z.array(assetFileIdSchema).max(1_000_000)],
    result: z.number().int().nonnegative(),
  },

  /**
   * The key with which this laptop signs its hand-off packs. `file`: this computer has no keychain, so
   * it lies in a file that only this user can read.
   */
  readPackKey: {
    args: [],
    result: z.object({ publicKey: z.string(), protection: z.enum(['keychain', 'file']) }),
  },
  /** ed25519 over the digest of a pack. */
  signPack: { args: [bytes.refine(({ length }) => length === 32)], result: bytes },

  ...hubContract,

  openExternal: { args: [z.string().max(2000)], result: z.boolean() },
  freeSpace: { args: [], result: z.object({ freeBytes: z.number() }) },
  relaunch: { args: [], result: z.void() },
  /** Answer to the `beforeQuit` event, once pending work is durable. */
  confirmQuit: { args: [], result: z.void() },
} satisfies Record<string, { args: [] | [z.ZodType, ...z.ZodType[]]; result: z.ZodType }>;

export type IpcContract = typeof ipcContract;
export type IpcChannel = keyof IpcContract;

export type ArgsOf<T extends readonly z.ZodType[]> = { -readonly [K in keyof T]: z.infer<T[K]> };

export const MENU_COMMANDS = [
  'undo',
  'redo',
  'search',
  'import',
  'backup',
  'print',
  'settings',
  'about',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** Events that main sends; the preload exposes `on(event)` as one named function each. */
export type IpcEvents = {
  onMenuCommand: (command: MenuCommand) => void;
  onBeforeQuit: () => void;
} & HubEvents;

/** The bridge as the window uses it: values, or an ExpectedError thrown. */
export type Bridge = {
  [C in IpcChannel]: (
    ...args: ArgsOf<IpcContract[C]['args']>
  ) => Promise<z.infer<IpcContract[C]['result']>>;
} & { [E in keyof IpcEvents]: (listener: IpcEvents[E]) => () => void };

/** An ExpectedError as it crosses the bridge; `code` has words in `error-text.ts`. */
export type BridgeFailure = { code: string; data: Record<string, string | number> };

/** What every call is answered with: a thrown error would lose its fields on the way. */
export type Envelope<T> = { ok: true; value: T } | ({ ok: false } & BridgeFailure);

/** `window.qunduo` as it really is; `renderer/platform/bridge.ts` turns it into a `Bridge`. */
export type RawBridge = {
  [C in IpcChannel]: (
    ...args: ArgsOf<IpcContract[C]['args']>
  ) => Promise<Envelope<z.infer<IpcContract[C]['result']>>>;
} & { [E in keyof IpcEvents]: (listener: IpcEvents[E]) => () => void };
