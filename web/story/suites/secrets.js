export async function secrets() {}
