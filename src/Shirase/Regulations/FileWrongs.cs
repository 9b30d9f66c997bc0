using Shirase.Core;
using Shirase.Core.Regulations;

namespace Shirase.Regulations;

/// <summary>Everything that can be wrong with a file before its content is looked at.</summary>
internal static class FileWrongs
{
    public static Wrong NotThere { get; } = Of(
        "ファイルがありません。", "名前と場所を確かめてください。", "There is no such file.", "Check its name and folder.");

    public static Wrong FolderNotThere { get; } = Of(
        "規程のフォルダーがありません。", "規程ファイル（*.yaml）を置いたフォルダーを指定してください。",
        "There is no such folder of regulations.", "Name the folder that holds the regulation files (*.yaml).");

    public static Wrong NoFiles { get; } = Of(
        "このフォルダーには規程ファイル（*.yaml）がありません。", "規程ファイルを一つ以上置いてください。",
        "The folder holds no regulation file (*.yaml).", "Put at least one regulation file into it.");

    public static Wrong Empty { get; } = Of(
        "ファイルが空です。", "規程の内容を書くか、ファイルを消してください。", "The file is empty.", "Write the regulation or remove the file.");

    public static Wrong NotUtf8 { get; } = Of(
        "文字コードがUTF-8ではないか、壊れています。", "UTF-8で保存し直してください。",
        "The file is not UTF-8, or is damaged.", "Save it again as UTF-8.");

    public static Wrong Tab { get; } = Of(
        "字下げにタブが使われています。", "タブを半角スペース２個に置き換えてください。",
        "The indentation uses a tab.", "Replace tabs by two spaces each.");

    public static Wrong Alias { get; } = Of(
        "参照（& や * で始まる名前）は使えません。", "参照をやめ、内容をその場に書いてください。値なら引用符で囲んでください。",
        "Anchors and aliases (names after & or *) are not allowed.", "Write the content out; put a value that begins so into quotes.");

    public static Wrong Tag { get; } = Of(
        "型の指定（! で始まる語）は使えません。", "型の指定を消してください。値なら引用符で囲んでください。",
        "Tags (words after !) are not allowed.", "Remove the tag; put a value that begins so into quotes.");

    public static Wrong ManyDocuments { get; } = Of(
        "一つのファイルに複数の文書（---）があります。", "規程ごとにファイルを分けてください。",
        "The file holds more than one document (---).", "Use one file for each regulation.");

    public static Wrong StrangeKey { get; } = Of(
        "キーは文字でなければなりません。", "「キー: 値」の形に直してください。", "A key must be a word.", "Write it as \"key: value\".");

    public static Wrong TooDeep(int most) => Of(
        $"入れ子が{most}段より深くなっています。", "括弧や字下げを確かめてください。",
        $"The file nests deeper than {most} levels.", "Check brackets and indentation.");

    public static Wrong TooLarge(int most) => Of(
        $"ファイルが大きすぎます（上限は1 MB＝{most}バイト）。", "規程ごとにファイルを分け、不要な内容を除いてください。",
        $"The file is too large; the limit is 1 MB ({most} bytes).", "Use one file for each regulation and remove what does not belong there.");

    public static Wrong ControlCharacter(char c) => Of(
        $"使えない制御文字（U+{(int)c:X4}）が含まれています。", "その文字を消してください。",
        $"The file holds a control character (U+{(int)c:X4}).", "Remove it.");

    public static Wrong DuplicateKey(string key, int firstLine) => Of(
        $"キー「{key}」は同じ段の{firstLine}行目にもあります。", "一方を消してください。",
        $"The key \"{key}\" stands on line {firstLine} of the same part already.", "Remove one of the two.");

    public static Wrong NotYaml { get; } = Of(
        "YAMLとして読めません。", "この行とその前の行の字下げ、コロン、引用符、括弧を確かめてください。",
        "The file cannot be read as YAML.", "Check indentation, colons, quotes and brackets on this line and the one before.");

    public static Wrong Unreadable(string reason) => Of(
        $"ファイルを読めません（{reason}）。", "読み取りの権限を確かめてください。",
        $"The file cannot be read ({reason}).", "Check the permission to read it.");

    private static Wrong Of(string whatJa, string remedyJa, string whatEn, string remedyEn) =>
        new(new Localized(whatJa, whatEn), new Localized(remedyJa, remedyEn));
}
