import type { ArgumentMetadata, Type } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { getMetadataStorage, IsInt } from 'class-validator';
import fc from 'fast-check';
import { CodedError } from '../../src/platform/http/coded-error';
import { SENTENCES, validationPipe } from '../../src/platform/http/validation';
import { startApp, type TestApp } from '../support/app';

/** Where class-transformer keeps which class stands inside which: it has no public door to it. */
const {
  defaultMetadataStorage,
}: { defaultMetadataStorage: { findTypeMetadata(type: Type, name: string): { typeFunction(): unknown } | undefined } } =
  require('class-transformer/cjs/storage');

const CHINESE = /[一-鿿]/;
const BLANKET = '这一项填写有误，请检查';

interface Asked {
  type: Type;
  from: 'body' | 'query';
}

/** The class of every body and query that a route asks for. */
function askedOf(controllers: readonly Type[]): Asked[] {
  const found = new Map<Type, Asked>();
  for (const controller of controllers) {
    for (const name of new MetadataScanner().getAllMethodNames(controller.prototype)) {
      if (Reflect.getMetadata(METHOD_METADATA, controller.prototype[name]) === undefined) continue;
      const types: Type[] = Reflect.getMetadata('design:paramtypes', controller.prototype, name) ?? [];
      const places: Record<string, { index: number }> = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {};
      for (const [key, { index }] of Object.entries(places)) {
        const kind = Number(key.split(':')[0]);
        const type = types[index];
        if ((kind === 3 || kind === 4) && type && type !== Object && type !== String)
          found.set(type, { type, from: kind === 3 ? 'body' : 'query' });
      }
    }
  }
  return [...found.values()];
}

/** The class and those that stand inside it. */
const withInner = (type: Type): Type[] => [type, ...propertiesOf(type).flatMap(withInner)];

function propertiesOf(type: Type): Type[] {
  const names = new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(type, '', true, false)
      .map((m) => m.propertyName),
  );
  return [...names].flatMap((name) => {
    const meta = defaultMetadataStorage.findTypeMetadata(type, name);
    const inner = meta?.typeFunction?.() as Type | undefined;
    return inner && ![Number, String, Boolean, Date].includes(inner as never) ? [inner] : [];
  });
}

/** What this field's checks say when they refuse, or nothing when it is left to the blanket sentence. */
function silentChecks(type: Type): string[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(type, '', true, false)
    .filter((m) => m.type !== 'conditionalValidation' && m.type !== 'whitelistValidation')
    .flatMap((m) => {
      const check = m.name ?? m.type;
      const message = typeof m.message === 'string' ? m.message : '';
      return CHINESE.test(message) || (message === '' && check in SENTENCES) ? [] : [`${type.name}.${m.propertyName} ${check}`];
    });
}

describe('every field that is refused', () => {
  let world: TestApp;
  let asked: Asked[];

  beforeAll(async () => {
    world = await startApp();
    const discovery = new DiscoveryService(world.app.get(ModulesContainer));
    asked = askedOf(discovery.getControllers().map((wrapper) => wrapper.metatype as Type));
  });
  afterAll(() => world?.stop());

  it('says in Chinese what is wrong with it, check by check', () => {
    expect(asked.length).toBeGreaterThan(10);
    expect([...new Set(asked.flatMap(({ type }) => withInner(type)).flatMap(silentChecks))]).toEqual([]);
  });

  it('would be noticed with an English sentence or a check that has none', () => {
    class Canary {
      @IsInt({ message: 'must be a number' })
      english: number;
    }
    expect(silentChecks(Canary)).toEqual(['Canary.english isInt']);
  });

  it('says so whatever was sent', async () => {
    const pipe = validationPipe();
    for (const { type, from } of asked) {
      const names = [
        ...new Set(
          getMetadataStorage()
            .getTargetValidationMetadatas(type, '', true, false)
            .map((m) => m.propertyName),
        ),
      ];
      const body = fc.record(Object.fromEntries([...names, 'unasked'].map((name) => [name, fc.anything({ maxDepth: 3 })])), {
        requiredKeys: [],
      });
      await fc.assert(
        fc.asyncProperty(body, async (value) => {
          const metadata: ArgumentMetadata = { type: from, metatype: type };
          const refusal = await pipe.transform(value, metadata).then(
            () => null,
            (error: unknown) => error,
          );
          if (refusal === null) return;
          if (!(refusal instanceof CodedError)) throw refusal;
          for (const { message } of refusal.errors ?? []) {
            expect(message).toMatch(CHINESE);
            expect([type.name, message]).not.toEqual([type.name, BLANKET]);
          }
        }),
        { numRuns: 150 },
      );
    }
  });
});
