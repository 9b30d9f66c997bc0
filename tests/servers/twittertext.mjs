// X's own counting library, asked by tests: one JSON string a line on standard input, one JSON line each on standard output.
// Places are UTF-16 units. Usage: node twittertext.mjs FOLDER [bench], where FOLDER holds node_modules with twitter-text.
// With "bench" it reads texts until the end of input, parses all of them again and again for two seconds, and prints parses a second.
import Module, { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

// The library names a punycode of its own; node would give it the one it carries, which reads control characters otherwise
const require = createRequire(join(process.argv[2], 'package.json'))
const resolve = Module._resolveFilename
Module._resolveFilename = (name, ...rest) => (name === 'punycode' ? require.resolve('punycode/') : resolve(name, ...rest))
const x = require('twitter-text')
const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })

if (process.argv[3] === 'bench') {
  const texts = []
  for await (const line of lines) texts.push(JSON.parse(line))
  const round = () => { for (const text of texts) x.parseTweet(text) }
  for (const until = performance.now() + 2000; performance.now() < until;) round()
  let rounds = 0
  const start = performance.now()
  for (; performance.now() < start + 2000; rounds++) round()
  console.log(Math.round(rounds * texts.length / ((performance.now() - start) / 1000)))
} else {
  // Places and lengths only: texts may hold half a surrogate pair, which does not travel well
  const places = (entities) => entities.map((e) => [...e.indices, (e.url ?? e.hashtag ?? e.cashtag ?? e.screenName).length])
  for await (const line of lines) {
    const text = JSON.parse(line)
    const { weightedLength: weight, valid, validRangeEnd } = x.parseTweet(text)
    process.stdout.write(JSON.stringify({
      weight,
      valid,
      // Of a text that is not valid for another reason than its length X's library says no useful place
      fits: weight > 0 && !/[\uFFFE\uFEFF\uFFFF]/.test(text) ? validRangeEnd + 1 - (text.length - text.normalize().length) : 0,
      urls: places(x.extractUrlsWithIndices(text)),
      hashtags: places(x.extractHashtagsWithIndices(text)),
      mentions: places(x.extractMentionsOrListsWithIndices(text)),
      cashtags: places(x.extractCashtagsWithIndices(text)),
      entities: x.extractEntitiesWithIndices(text).map((e) => e.indices),
    }) + '\n')
  }
}
