import { z } from 'zod';
import { COMPLIANCE_RISKS } from '../lexicon-word.schema';

/** What a finding is about; stable words that go into files and into stored overrides. */
export const COMPLIANCE_FAMILIES = [
  'superlative',
  'first',
  'grade',
  'state',
  'brand',
  'falsehood',
  'authority',
  'medical',
  'foodSafety',
  'investment',
  'education',
  'disparage',
  'lure',
  'personal',
  'own',
  'length',
] as const;
export type ComplianceFamily = (typeof COMPLIANCE_FAMILIES)[number];

const bilingualSchema = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

const familySchema = z.object({
  key: z.enum(COMPLIANCE_FAMILIES),
  name: bilingualSchema,
  clause: bilingualSchema,
  why: bilingualSchema,
});
export type FamilyInfo = z.infer<typeof familySchema>;

export const familiesFileSchema = z.object({
  note: z.string(),
  /** `YYYY-MM-DD`: the day as of which the clauses were read. */
  asOf: z.string(),
  families: z.array(familySchema),
  /** Lists that `{name}` in a term stands for. */
  sets: z.record(z.string(), z.array(z.string())),
});

/** `shape` groups hold no words: the place is found by its form (numbers, links). */
export const SHAPES = ['mobile', 'idCard', 'bankCard', 'email', 'link'] as const;
export type Shape = (typeof SHAPES)[number];

const groupSchema = z.object({
  risk: z.enum(COMPLIANCE_RISKS),
  shape: z.enum(SHAPES).optional(),
  terms: z.array(z.string()),
  /** So many letters behind the term belong to what is pointed out. */
  extend: z.number().int().optional(),
  clause: bilingualSchema.optional(),
  why: bilingualSchema.optional(),
  /** `{rest}` is the term without its first letter, `{mask}` the number with its middle hidden. */
  rewrites: z.array(bilingualSchema).min(1),
});

export const familyFileSchema = z.object({
  note: z.string().optional(),
  family: z.enum(COMPLIANCE_FAMILIES),
  groups: z.array(groupSchema),
  /** Phrases in which a term of this family means nothing. */
  harmless: z.array(z.string()),
});

const contextSchema = z.object({
  key: z.string(),
  name: bilingualSchema,
  clause: bilingualSchema.optional(),
  families: z.array(z.enum(COMPLIANCE_FAMILIES)),
  /** In the same clause, within so many letters before. */
  before: z.array(z.string()).optional(),
  unlessBefore: z.array(z.string()).optional(),
  /** On either side, within so many letters, over pauses. */
  near: z.array(z.string()).optional(),
  /** Anywhere in the same line. */
  anywhere: z.array(z.string()).optional(),
  within: z.number().int().default(0),
  /** `low`: at most low; `lower`: one step down. */
  effect: z.enum(['low', 'lower']),
});
export type Context = z.infer<typeof contextSchema>;

export const contextsFileSchema = z.object({ note: z.string(), contexts: z.array(contextSchema) });
