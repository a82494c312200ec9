import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/endpoints';
import type { Body } from '../support/reviewWorld.ts';
import { createWorld, type World } from '../support/world.ts';

const VERSIONS = ['get', 'post', 'put', 'patch', 'delete'];

describe('the description of the API', () => {
  let world: World;
  let api: Body;
  beforeAll(async () => {
    world = await createWorld();
    api = (await world.visitor().get('/openapi.json')).body;
  });
  afterAll(() => world.close());

  const operations = (): [string, string, Body][] =>
    Object.entries<Body>(api.paths).flatMap(([path, methods]) =>
      Object.entries<Body>(methods).map(([method, operation]): [string, string, Body] => [path, method, operation]),
    );

  it('has every endpoint of the contract once, by its name, and nothing else', () => {
    expect(api.openapi).toBe('3.1.0');
    expect(
      operations()
        .map(([, , operation]) => operation.operationId)
        .sort(),
    ).toEqual(Object.keys(ENDPOINTS).sort());
    for (const [, method] of operations()) expect(VERSIONS).toContain(method);
  });

  it('says what each is for, what it asks and what it answers', () => {
    for (const [path, method, operation] of operations()) {
      const name = `${method} ${path}`;
      expect(operation.summary, name).toMatch(/^[A-Z].{6,}/);
      const asked = operation.parameters.filter((one: Body) => one.in === 'path').map((one: Body) => one.name);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
      expect(asked.sort(), name).toEqual(named.sort());
      for (const parameter of operation.parameters) {
        expect(parameter.schema, `${name} ${parameter.name}`).toBeTypeOf('object');
        if (parameter.in === 'path') expect(parameter.required, `${name} ${parameter.name}`).toBe(true);
      }
      expect(new Set(operation.parameters.map((one: Body) => `${one.in} ${one.name}`)).size, name).toBe(
        operation.parameters.length,
      );
      const answers = Object.keys(operation.responses);
      expect(answers, name).toEqual([expect.stringMatching(/^2\d\d$/), 'default']);
      if (method === 'get') expect(operation.requestBody, name).toBe(undefined);
    }
  });

  it('points to nothing that isn’t there', () => {
    const follow = (pointer: string) =>
      pointer
        .slice(2)
        .split('/')
        .reduce<Body>((at, step) => at?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], api);
    const pointers = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].flatMap(match => match[1] ?? []);
    expect(pointers.length).toBeGreaterThan(0);
    for (const pointer of new Set(pointers)) expect(follow(pointer), pointer).toBeTypeOf('object');
  });

  it('can be read as a page, with nothing from another host', async () => {
    const page = await world.visitor().get('/docs/');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('swagger-ui')]);
    expect(page.text).not.toMatch(/(src|href)="https?:/);
    const start = await world.visitor().get('/docs/swagger-initializer.js');
    expect([start.status, start.text]).toEqual([200, expect.stringContaining('/openapi.json')]);
  });
});
