export async function crash() {}
