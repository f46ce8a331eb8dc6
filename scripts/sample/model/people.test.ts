import { memberSchema } from '@shared/domain/members/member.schema';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { HABITS, PERSONAS } from '../personas';
import { MOBILE_PREFIXES } from '../phones';
import { withDefaults } from './options';
import { everybody, generateMembers, personAt } from './people';

const options = withDefaults({ members: 4000, seed: 11, strangers: 50 });
const people = everybody(options);
const members = people.map((person) => person.member);

const share = (isCounted: (index: number) => boolean): number =>
  people.filter((_, i) => isCounted(i)).length / people.length;

describe('the people of a sample', () => {
  it('fit the schema of a member, each with an id of their own that rises with the roster', () => {
    for (const member of members) expect(memberSchema.parse(member)).toEqual(member);
    const ids = members.map((member) => member.id);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('have mobile numbers of real ranges and WeChat ids, no two the same', () => {
    const phones = members.flatMap((member) => member.phone ?? []);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) {
      expect(MOBILE_PREFIXES).toContain(phone.slice(3, 6));
      expect(phone).toMatch(/^\+861\d{10}$/);
    }
    for (const prefix of MOBILE_PREFIXES) {
      const number = parsePhoneNumber(`+86${prefix}12345678`);
      expect([prefix, number.isValid(), number.getType()]).toEqual([prefix, true, 'MOBILE']);
    }
    expect(new Set(members.map((member) => member.wechatId)).size).toBe(members.length);
    expect(phones.length / members.length).toBeGreaterThan(0.9);
    expect(phones.length).toBeLessThan(members.length);
  });

  it('divide into the three personas by their shares', () => {
    for (const persona of PERSONAS) {
      const found = share((i) => people[i]?.persona === persona);
      expect(Math.abs(found - HABITS[persona].share)).toBeLessThan(0.005);
    }
  });

  it('bear the common surnames as often as the country does', () => {
    const named = (surname: string) => share((i) => members[i]?.name.startsWith(surname) ?? false);
    expect(named('王')).toBeGreaterThan(0.055);
    expect(named('王')).toBeLessThan(0.105);
    expect(named('李')).toBeGreaterThan(0.055);
    expect(named('王')).toBeGreaterThan(named('周'));
    expect(named('欧阳')).toBeLessThan(0.005);
  });

  it('have the given names of their generation', () => {
    const names = (persona: string) =>
      people.filter((p) => p.persona === persona).map((p) => p.member.name);
    const endsIn = (list: string[], ending: RegExp) =>
      list.filter((name) => ending.test(name)).length / list.length;
    const old = /(英|珍|国|根|娣|兰)$/;
    const young = /(涵|轩|萱|怡|宇|彤)$/;
    expect(endsIn(names('silver'), old)).toBeGreaterThan(10 * endsIn(names('youth'), old));
    expect(endsIn(names('youth'), young)).toBeGreaterThan(10 * endsIn(names('silver'), young));
  });

  it('are mostly consumers, with some shops and people who sell on', () => {
    const of = (identity: string) => share((i) => members[i]?.identity === identity);
    expect(of('consumer')).toBeGreaterThan(0.9);
    expect(of('store')).toBeGreaterThan(0.03);
    expect(of('online')).toBeGreaterThan(0.012);
  });

  it('live at an address with its house and door', () => {
    for (const { address } of members)
      expect(address).toMatch(/[区].+(弄.+幢\d+号|幢\d单元)\d+室$/);
  });

  it('are the same person however they are asked for', () => {
    expect(personAt(1234, options)).toEqual(people[1234]);
    const chunks = [...generateMembers(4000, 11, { strangers: 50, chunkSize: 1000 })];
    expect(chunks.map((chunk) => chunk.length)).toEqual([1000, 1000, 1000, 1000]);
    expect(chunks.flat()).toEqual(members.slice(0, 4000));
  });

  it('of whom those without a phone never buy, so that every order finds its buyer', () => {
    for (const person of people) {
      if (!person.member.phone) expect(person.ordersPerWeek).toBe(0);
    }
  });
});
