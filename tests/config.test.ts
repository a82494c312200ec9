import { describe, expect, it } from 'vitest';
import { readConfig } from '#config';

describe('the settings', () => {
  it('are all named at once when they are wrong, each with what it should be', () => {
    const wrong = {
      PORT: 'eighty',
      PUBLIC_URL: 'pooled',
      DATABASE_URL: 'mysql://localhost',
      SESSION_SECRET: 'short',
      SMTP_URL: 'mail.example.org',
      LOG_LEVEL: 'loud',
      ORCID_CLIENT_ID: 'APP-1',
    };
    let said = '';
    try {
      readConfig(wrong);
    } catch (error) {
      said = error instanceof Error ? error.message : '';
    }
    for (const name of [...Object.keys(wrong).slice(0, -1), 'ORCID_CLIENT_SECRET']) expect(said).toContain(name);
    expect(said).toContain('must begin with postgresql://');
    expect(said).toContain('at least 32 characters');
  });

  it('are complete without any', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', dataFolder: 'data' });
  });
});
