import { DefaultNamingStrategy } from 'typeorm';

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** Columns are the fields' names in snake case; keys are named after their table, so that a plan reads well. */
export class SnakeNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string, embeddedPrefixes: string[]): string {
    return snake([...embeddedPrefixes, customName || propertyName].join('_'));
  }

  override primaryKeyName(tableOrName: Parameters<DefaultNamingStrategy['primaryKeyName']>[0]): string {
    return `${this.getTableName(tableOrName)}_key`;
  }

  override foreignKeyName(
    tableOrName: Parameters<DefaultNamingStrategy['foreignKeyName']>[0],
    columnNames: string[],
  ): string {
    return `${this.getTableName(tableOrName)}_${columnNames.map(snake).join('_')}_exists`;
  }
}
