import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter, at) => `${at ? '_' : ''}${letter.toLowerCase()}`);

/** `acceptedAt` in code is `accepted_at` in SQL. */
export class SnakeNaming extends DefaultNamingStrategy {
  columnName(propertyName: string, customName: string | undefined): string {
    return customName || snake(propertyName);
  }
}
