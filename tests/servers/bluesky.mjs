// A real Bluesky network of two personal data servers, for tests: one plain, one that counts calls as bsky.social does,
// with a PLC directory in memory behind both. Everything listens on this machine only and on free ports.
// Usage (in the folder that holds node_modules): node bluesky.mjs DATA_FOLDER ENVIRONMENT_FILE
// When both servers answer, ENVIRONMENT_FILE appears with their addresses.
import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import { join } from 'node:path'

const [dataFolder, environmentFile] = process.argv.slice(2)
const installed = createRequire(join(process.cwd(), 'package.json'))
const { PlcServer, Database } = installed('@did-plc/server')
const { PDS, envToCfg, envToSecrets } = installed('@atproto/pds')
const { Secp256k1Keypair } = installed('@atproto/crypto')

// The servers' own code binds to every interface; a test server must not be reachable from the network.
const listenAnywhere = net.Server.prototype.listen
net.Server.prototype.listen = function (port, ...rest) {
  const callback = rest.find((argument) => typeof argument === 'function')
  return typeof port === 'number' ? listenAnywhere.call(this, { port, host: 'localhost' }, callback) : listenAnywhere.call(this, port, ...rest)
}

const freePort = () => new Promise((resolve, reject) => {
  const probe = net.createServer().on('error', reject)
  probe.listen(0, () => { const { port } = probe.address(); probe.close(() => resolve(port)) })
})

const secret = () => randomBytes(24).toString('hex')

const plcPort = await freePort()
const plc = PlcServer.create({ db: Database.mock(), port: plcPort })
await plc.start()
const recoveryDidKey = (await Secp256k1Keypair.create()).did()

async function startPds(name, rateLimitsEnabled) {
  const port = await freePort()
  const dataDirectory = join(dataFolder, name)
  const blobs = join(dataDirectory, 'blobs')
  mkdirSync(blobs, { recursive: true })
  const settings = {
    devMode: true,
    hostname: 'localhost',
    port,
    serviceName: name,
    serviceHandleDomains: ['.test'],
    inviteRequired: false,
    dataDirectory,
    blobstoreDiskLocation: blobs,
    didPlcUrl: `http://localhost:${plcPort}`,
    recoveryDidKey,
    plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
    adminPassword: secret(),
    jwtSecret: secret(),
    disableSsrfProtection: true,
    rateLimitsEnabled,
    crawlers: [],
    // Nothing of the wider network exists here: names that never resolve
    bskyAppViewUrl: 'https://appview.invalid',
    bskyAppViewDid: 'did:web:appview.invalid',
    modServiceUrl: 'https://moderation.invalid',
    modServiceDid: 'did:web:moderation.invalid',
  }
  const server = await PDS.create(envToCfg(settings), envToSecrets(settings))
  await server.start()
  return { server, address: `http://localhost:${port}` }
}

const plain = await startPds('plain', false)
const limited = await startPds('limited', true)

writeFileSync(environmentFile + '.part', `SHIRASE_PDS=${plain.address}\nSHIRASE_PDS_LIMITED=${limited.address}\n`)
renameSync(environmentFile + '.part', environmentFile)

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => process.exit(0))
}
