// dynalite with one empty table “books”: node library.mjs FOLDER-OF-NODE_MODULES PORT
import {createRequire} from "node:module";
import http from "node:http";
import path from "node:path";

const [folder, port] = process.argv.slice(2);
const dynalite = createRequire(path.resolve(folder, "library.mjs"))("dynalite");
const server = dynalite({createTableMs: 0});

// It listens for others only when the table is there.
const within = http.createServer((request, response) => server.emit("request", request, response));
within.listen(0, "127.0.0.1", async () => {
  const answer = await fetch(`http://127.0.0.1:${within.address().port}/`, {
    method: "POST",
    headers: {
      "Content-Type": "application/x-amz-json-1.0",
      "X-Amz-Target": "DynamoDB_20120810.CreateTable",
      "X-Amz-Date": "20260101T000000Z",
      Authorization: "AWS4-HMAC-SHA256 Credential=a/20260101/b/dynamodb/aws4_request, SignedHeaders=host, Signature=c",
    },
    body: JSON.stringify({
      TableName: "books",
      AttributeDefinitions: [{AttributeName: "id", AttributeType: "S"}],
      KeySchema: [{AttributeName: "id", KeyType: "HASH"}],
      BillingMode: "PAY_PER_REQUEST",
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  within.close();
  server.listen(Number(port), "127.0.0.1");
});
