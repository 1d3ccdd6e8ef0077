export const columnsChosen: (values: { chosen: number; all: number }, locale: string) => string;
export const columnSooner: (values: { column: string }) => string;
export const columnLater: (values: { column: string }) => string;
export const columnPlace: (values: { column: string; place: number; columns: number }, locale: string) => string;
