using System.Text;

namespace Shirase.Core.Regulations.Reading;

/// <summary>Everything that can be wrong with the content of a regulation file: the list that <c>regulation lint</c> speaks from.</summary>
internal static class Wrongs
{
    public static Wrong NotASection(string section) => Of(
        $"{Q(section)}は「キー: 値」の形でなければなりません。", $"字下げを確かめ、{Q(section)}の下にキーを書いてください。",
        $"{Q(section)} must consist of keys with values.", $"Check the indentation and write the keys below {Q(section)}.");

    public static Wrong NotAList(string key) => Of(
        $"{Q(key)}は一覧でなければなりません。", "各項目を「- 」で始めてください。",
        $"{Q(key)} must be a list.", "Begin each entry with \"- \".");

    public static Wrong NotAText(string key) => Of(
        $"{Q(key)}には一つの値だけを書きます。", "一覧や下位のキーではなく、値を一つ書いてください。",
        $"{Q(key)} takes a single value.", "Write one value instead of a list or of keys.");

    public static Wrong UnknownKey(string key, string section, IReadOnlyList<string> allowed) => Of(
        $"{Q(section)}に{Q(key)}というキーはありません。", $"{MeantJa(key, allowed)}使えるキー：{List(allowed)}。",
        $"{Q(section)} has no key {Q(key)}.", $"{MeantEn(key, allowed)}Keys that may stand here: {List(allowed)}.");

    public static Wrong CommaInValue(string key) => Of(
        $"{Q(key)}に値がありません。", "コンマを含む文を { } の中に書くときは、文全体を引用符で囲んでください。",
        $"{Q(key)} has no value.", "Inside { }, put a sentence that holds a comma into quotes.");

    public static Wrong MissingKey(string key, string section) => Of(
        $"{Q(section)}に{Q(key)}がありません。", $"{Q(key)}を書いてください。",
        $"{Q(section)} lacks the key {Q(key)}.", $"Add {Q(key)}.");

    public static Wrong Empty(string key) => Of(
        $"{Q(key)}が空です。", "値を書くか、キーごと消してください。",
        $"{Q(key)} is empty.", "Give it a value or remove the key.");

    public static Wrong NotAnId(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}は名前として使えません。", "半角小文字の英字・数字をハイフンでつないでください（例：unit-head）。",
        $"The value {Q(value)} of {Q(key)} cannot be a name.", "Use lower-case letters and digits joined by hyphens, such as unit-head.");

    public static Wrong NotANumber(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}は０以上の整数ではありません。", "半角の整数を書いてください。",
        $"The value {Q(value)} of {Q(key)} is no whole number of 0 or more.", "Write a whole number.");

    public static Wrong NotAFlag(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}は true でも false でもありません。", "true か false を書いてください。",
        $"The value {Q(value)} of {Q(key)} is neither true nor false.", "Write true or false.");

    public static Wrong NotADate(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}は日付ではありません。", "2023-08-01 の形で、実在する日を書いてください。",
        $"The value {Q(value)} of {Q(key)} is not a date.", "Write an existing day as 2023-08-01.");

    public static Wrong NotADayOfYear(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}は月日ではありません。", "12-29 の形で、実在する月日を書いてください。",
        $"The value {Q(value)} of {Q(key)} is not a month and day.", "Write an existing month and day as 12-29.");

    public static Wrong NotAnAddress(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}はアドレスではありません。", "https:// で始まるページのアドレスを書いてください。",
        $"The value {Q(value)} of {Q(key)} is no address.", "Write the address of a page, beginning with https://.");

    public static Wrong NotATime(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}は時刻ではありません。", "08:30 の形（00:00～23:59）で書いてください。",
        $"The value {Q(value)} of {Q(key)} is not a time of day.", "Write it as 08:30, from 00:00 to 23:59.");

    public static Wrong NotOneOf(string key, string value, IReadOnlyList<string> choices) => Of(
        $"{Q(key)}に{Q(value)}は使えません。", $"{MeantJa(value, choices)}次のどれかにしてください：{List(choices)}。",
        $"{Q(key)} cannot be {Q(value)}.", $"{MeantEn(value, choices)}Choose one of: {List(choices)}.");

    public static Wrong Duplicate(string what, string id, int firstLine) => Of(
        $"{what}の{Q(id)}は{firstLine}行目にもあります。", "別の名前にするか、一方を消してください。",
        $"The {what} {Q(id)} stands on line {firstLine} already.", "Rename or remove one of the two.");

    public static Wrong UnknownCheck(string name, IReadOnlyList<string> known) => Of(
        $"{Q(name)}という点検はありません。", $"{MeantJa(name, known)}使える点検：{List(known)}。",
        $"There is no check {Q(name)}.", $"{MeantEn(name, known)}Known checks: {List(known)}.");

    public static Wrong UnknownGate(string name, IReadOnlyList<string> known) => Of(
        $"{Q(name)}という投稿前関門はありません。", $"{MeantJa(name, known)}使える関門：{List(known)}。",
        $"There is no gate {Q(name)}.", $"{MeantEn(name, known)}Known gates: {List(known)}.");

    public static Wrong UnknownParameter(string name, string owner, IReadOnlyList<string> known) => Of(
        $"{Q(owner)}に{Q(name)}という引数はありません。",
        known.Count == 0 ? "with からこの行を消してください。" : $"{MeantJa(name, known)}使える引数：{List(known)}。",
        $"{Q(owner)} has no parameter {Q(name)}.",
        known.Count == 0 ? "Remove this line from with." : $"{MeantEn(name, known)}Known parameters: {List(known)}.");

    public static Wrong MissingParameter(ParameterSpec spec, string owner) => Of(
        $"{Q(owner)}には引数{Q(spec.Name)}が要ります。", $"with の下に{Q(spec.Name)}を書いてください（{spec.Meaning}）。",
        $"{Q(owner)} needs the parameter {Q(spec.Name)}.", $"Write {Q(spec.Name)} below with: {spec.Meaning}");

    public static Wrong UnknownSetting(string id) => Of(
        $"{Q(id)}という設定値はこの規程にありません。", "settings に加えるか、名前を直してください。",
        $"This regulation has no setting {Q(id)}.", "Add it under settings or correct the name.");

    public static Wrong NotASpan(string key, string value, IReadOnlyList<string> units) => Of(
        $"{Q(key)}の値{Q(value)}は期間の設定値ではありません。", $"'setting:名前' の形で、単位が {List(units)} の設定値を書いてください。",
        $"The value {Q(value)} of {Q(key)} names no setting that is a span of time.", $"Write 'setting:id' of a setting whose unit is one of: {List(units)}.");

    public static Wrong NoDirection { get; } = Of(
        "「stricter」を書けるのは、規程が定める数（default のないもの）だけです。", "「stricter」を消すか、「default: true」を消してください。",
        "Only a number that the document itself gives (one without default) has a direction.", "Remove stricter, or default: true.");

    public static Wrong NotADayOfMonth(string key, string value) => Of(
        $"{Q(key)}の値{Q(value)}は月の日ではありません。", "1 から 31 までの数を書いてください（31 は月末）。",
        $"The value {Q(value)} of {Q(key)} is not a day of the month.", "Write a number from 1 to 31; 31 is the last day.");

    public static Wrong NotAVerb(string key, string value, IReadOnlyList<string> known) => Of(
        $"{Q(key)}の値{Q(value)}は記録の動詞ではありません。", $"{MeantJa(value, known)}appointment.ended のように、記録（ジャーナル）に残る動詞を書いてください。",
        $"The value {Q(value)} of {Q(key)} is no verb of the journal.", $"{MeantEn(value, known)}Write a verb as the journal has it, such as appointment.ended.");

    public static Wrong NoPolicyOutline(string gate) => Of(
        $"関門{Q(gate)}は公表する運用ポリシーを求めていますが、policy の節がありません。", "policy の節を書くか、関門を消してください。",
        $"The gate {Q(gate)} asks for a published policy, but there is no section policy.", "Write the section policy or remove the gate.");

    public static Wrong UnknownVariable(string name, IReadOnlyList<string> known) => Of(
        $"{Q(name)}という変数はありません。", $"{MeantJa(name, known)}asks か laws に加えるか、次から選んでください：{List(known)}。",
        $"There is no variable {Q(name)}.", $"{MeantEn(name, known)}Add it under asks or laws, or choose one of: {List(known)}.");

    public static Wrong NotAnAlarm(string duty, IReadOnlyList<string> known) => Of(
        $"{Q(duty)}は、手で始める（by_hand、per: account）期限ではありません。", $"{MeantJa(duty, known)}次のどれかを書いてください：{List(known)}。",
        $"{Q(duty)} is no duty that is opened by hand for an account.", $"{MeantEn(duty, known)}Write one of: {List(known)}.");

    public static Wrong NotOneWay(IReadOnlyList<string> ways) => Of(
        "期限のきっかけが一つに決まりません。", $"次のうち一つだけを書いてください：{List(ways)}。",
        "What opens the duty is not one thing.", $"Write exactly one of: {List(ways)}.");

    public static Wrong UnknownClause(string id, string? nearest) => Of(
        $"{Q(id)}という条項はこの規程にありません。", $"{Meant(nearest, "もしかして：", "。")}clauses に加えるか、番号を直してください。",
        $"This regulation has no clause {Q(id)}.", $"{Meant(nearest, "Did you mean ", "? ")}Add it under clauses or correct the number.");

    public static Wrong UnknownRole(string id, IReadOnlyList<string> roles) => Of(
        $"{Q(id)}という役割はこの規程にありません。", $"{MeantJa(id, roles)}roles に加えるか、次から選んでください：{List(roles)}。",
        $"This regulation has no role {Q(id)}.", $"{MeantEn(id, roles)}Add it under roles or choose one of: {List(roles)}.");

    public static Wrong UnknownStep(string id, IReadOnlyList<string> steps) => Of(
        $"{Q(id)}という段階はどの経路にもありません。", $"application か、次から選んでください：{List(steps)}。",
        $"No route has a step {Q(id)}.", $"Choose application or one of: {List(steps)}.");

    public static Wrong UnknownControl(string control, IReadOnlyList<string> known) => Of(
        $"carried_by の{Q(control)}に当たる仕組みはありません。", $"{MeantJa(control, known)}名前を直すか、まだ無いものは planned に部屋の名前を書いてください。",
        $"Nothing answers to {Q(control)} under carried_by.", $"{MeantEn(control, known)}Correct the name; for what is not there yet write the room under planned.");

    public static Wrong UnlistedControl(string control, string clause) => Of(
        $"{Q(control)}は{Q(clause)}を根拠としていますが、その条項の carried_by にありません。", $"{Q(clause)}の carried_by に{Q(control)}を加えるか、根拠を直してください。",
        $"{Q(control)} cites {Q(clause)}, whose carried_by does not name it.", $"Add {Q(control)} to carried_by of {Q(clause)} or correct the clause it cites.");

    public static Wrong Uncarried(string clause) => Of(
        $"条項{Q(clause)}を担うものがありません。", "carried_by、planned、statement の少なくとも一つを書いてください。",
        $"Nothing carries the clause {Q(clause)}.", "Write at least one of carried_by, planned and statement.");

    public static Wrong NoPublication(string route) => Of(
        $"経路{Q(route)}は投稿（kind: publication）で終わっていません。", "最後の段階を publication とし、その段階を一つだけにしてください。",
        $"The route {Q(route)} does not end in one publication step.", "Make the last step, and only that one, kind: publication.");

    public static Wrong NobodyActs(string step) => Of(
        $"段階{Q(step)}に行為者がいません。", "roles に役割を一つ以上書いてください。",
        $"Nobody acts in the step {Q(step)}.", "Name at least one role under roles.");

    public static Wrong EndBeforeStart(string start, string end) => Of(
        $"終わり{Q(end)}が始まり{Q(start)}より前です。", "順序を直してください。",
        $"The end {Q(end)} lies before the start {Q(start)}.", "Put them in order.");

    public static Wrong NeverOpens(string window) => Of(
        $"時間帯{Q(window)}には開いている日がありません。", "days に曜日を一つ以上書き、休業期間は31日以内にしてください。",
        $"The window {Q(window)} never opens.", "Name at least one weekday under days and keep the closure within 31 days.");

    public static Wrong WrongFileName(string slug) => Of(
        $"ファイル名が規程の名前{Q(slug)}と合いません。", $"{slug}.yaml か {slug}.版名.yaml にしてください。",
        $"The file's name does not fit the regulation {Q(slug)}.", $"Name it {slug}.yaml or {slug}.VERSION.yaml.");

    public static Wrong Overlap(string slug, string version, string other, string otherFile) => Of(
        $"{Q(slug)}の版{Q(version)}と版{Q(other)}（{otherFile}）の施行期間が重なっています。", "version の in_force に to を書くなどして、同じ日に二つの版が効かないようにしてください。",
        $"Versions {Q(version)} and {Q(other)} ({otherFile}) of {Q(slug)} are in force on the same day.", "Set in_force so that one ends before the other begins.");

    public static Wrong SameVersion(string slug, string version, string otherFile) => Of(
        $"{Q(slug)}の版{Q(version)}は{otherFile}にもあります。", "版の名前を変えるか、一方を消してください。",
        $"Version {Q(version)} of {Q(slug)} stands in {otherFile} too.", "Rename the version or remove one file.");

    public static Wrong TooMany(int shown) => Of(
        $"誤りが{shown}件を超えたため、残りは示しません。", "ここまでを直して、もう一度点検してください。",
        $"There are more than {shown} problems; the rest is not shown.", "Correct these and run the check again.");

    /// <summary>A value in quotation marks, shortened and with invisible characters spelt out, so that it cannot spoil a terminal.</summary>
    public static string Q(string value)
    {
        var shown = new StringBuilder("「");
        foreach (var c in value.Length > 60 ? value[..60] + "…" : value)
        {
            _ = char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format
                ? shown.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture))
                : shown.Append(c);
        }

        return shown.Append('」').ToString();
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "-" : string.Join(", ", names);

    private static string MeantJa(string name, IReadOnlyList<string> known) => Meant(Nearest.To(name, known), "もしかして：", "。");

    private static string MeantEn(string name, IReadOnlyList<string> known) => Meant(Nearest.To(name, known), "Did you mean ", "? ");

    private static string Meant(string? nearest, string before, string after) => nearest is null ? "" : before + nearest + after;

    private static Wrong Of(string whatJa, string remedyJa, string whatEn, string remedyEn) =>
        new(new Localized(whatJa, whatEn), new Localized(remedyJa, remedyEn));
}
