using Shirase.Core;

namespace Shirase.Web.Api;

public sealed record SeatIsMissing(string? By) : Refusal(new Localized(
    "この操作は、トークンの職員の職ではできません。", "The person behind the token holds no post that may do this."), By);

public sealed record EndpointIsClosed() : Refusal(new Localized(
    "この操作は誰にも開かれていません。", "This endpoint is open to nobody."));

public sealed record RateIsExceeded(int Seconds) : Refusal(new Localized(
    $"呼出しが多すぎます。{Seconds}秒待ってからやり直してください。", $"Too many calls. Wait {Seconds} seconds and try again."));

public sealed record NothingHere() : Refusal(new Localized(
    "このアドレスには何もありません。docs/how-to/api.md の一覧を確かめてください。", "There is nothing at this address. See the list in docs/how-to/api.md."));

public sealed record MethodIsNotAllowed() : Refusal(new Localized(
    "このアドレスではこのメソッドを使えません。", "This address does not take this method."));

public sealed record BodyIsUnreadable(string Where) : Refusal(new Localized(
    $"送られた内容を読み取れません（{Where}）。項目の名前・型・JSONの書き方を確かめてください。",
    $"The body cannot be read ({Where}). Check names and types of the fields and the JSON."));

public sealed record BodyIsTooLarge(long Most) : Refusal(new Localized(
    $"送られた内容が大きすぎます（上限{Most:N0}バイト）。", $"The body is too large (at most {Most:N0} bytes)."));

public sealed record MediaTypeIsWrong() : Refusal(new Localized(
    "Content-Type が違います。JSONは application/json で送ってください。", "The Content-Type is wrong. Send JSON as application/json."));

public sealed record ParameterIsWrong(string Name) : Refusal(new Localized(
    $"アドレスの「{Name}」の値が正しくありません。", $"The value of {Name} in the address is wrong."));

public sealed record RequestIsWrong() : Refusal(new Localized(
    "要求の形式が正しくありません。", "The request is malformed."));

public sealed record RevisionIsNeeded() : Refusal(new Localized(
    "If-Match に、読んだときの ETag を付けて送ってください。他の職員の変更を消さないためです。",
    "Send the ETag you read as If-Match, so that nobody's change is lost."));

public sealed record RevisionIsAnother() : Refusal(new Localized(
    "読んだ後に、他の職員がこの申請を変更しました。読み直してから送ってください。",
    "Somebody changed this application since you read it. Read it again first."));

public sealed record IdempotencyKeyIsNeeded() : Refusal(new Localized(
    "Idempotency-Key に、この操作だけの名前（1〜200字の英数字・記号。UUIDなど）を付けて送ってください。",
    "Send an Idempotency-Key of 1 to 200 visible ASCII characters, such as a UUID, that stands for this one act."));

public sealed record IdempotencyKeyIsTaken() : Refusal(new Localized(
    "この Idempotency-Key は、別の内容の操作に使われています。操作ごとに新しい名前を付けてください。",
    "This Idempotency-Key stands for another call. Use a new one for each act."));

public sealed record CallIsRunning() : Refusal(new Localized(
    "同じ Idempotency-Key の操作が進行中です。少し待ってから、同じ内容をもう一度送ってください。",
    "A call with this Idempotency-Key is running. Wait a little and send the same again."));

public sealed record AnswerWasLost(string Subject) : Refusal(new Localized(
    $"この操作は済んでいますが、応答が失われました。繰り返さず、今の状態を確かめてください（{Subject}）。",
    $"The act was done and its answer was lost. Do not repeat it; look at the present state ({Subject})."));

public sealed record SomethingFailed(string Incident) : Refusal(new Localized(
    $"内部で問題が起きました。システム管理者に番号 {Incident} を伝えてください。", $"Something failed inside. Tell the administrator the number {Incident}."));

public sealed record UnitIsNotYours() : Refusal(new Localized(
    "起案できるのは、配属されている所属の申請だけです。", "You can draft for the unit in which you serve only."));
