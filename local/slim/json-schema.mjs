// A function checks requests; only local/openapi.ts turns schemas into JSON schemas, and it is not bundled.
const absent = () => () => {
  throw new Error('JSON schemas are left out of the bundle');
};
export const createStandardJSONSchemaMethod = absent;
export const createToJSONSchemaMethod = absent;
