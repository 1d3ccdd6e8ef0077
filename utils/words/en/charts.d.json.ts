export const showAsTable: string;
export const saveAsPicture: string;
export const pictureFailed: string;
export const pictureFoot: string;
export const mark: (values: { name: string; value: string }) => string;
export const markSoFar: (values: { name: string; value: string }) => string;
export const slope: (values: { name: string; from: string; to: string }) => string;
