using Shirase.Core;

namespace Shirase.Storage;

/// <summary>Why the database cannot be used: one sentence that names the cause and the remedy.</summary>
public abstract record DatabaseRefusal(Localized Text) : Refusal(Text);

public sealed record FolderIsMissing(string Folder) : DatabaseRefusal(new Localized(
    $"データベースのフォルダー {Folder} がありません。作成するか、Storage:ConnectionString を直してください。",
    $"The database folder {Folder} does not exist; create it or correct Storage:ConnectionString."));

public sealed record FileIsMissing(string File) : DatabaseRefusal(new Localized(
    $"データベース {File} がありません。Storage:ConnectionString（又は --connection）を確かめてください。",
    $"There is no database {File}; check Storage:ConnectionString (or --connection)."));

public sealed record FileCannotBeOpened(string File) : DatabaseRefusal(new Localized(
    $"データベース {File} を開けません。ファイルとフォルダーの権限、空き容量を確かめてください。",
    $"The database {File} cannot be opened; check the permissions of file and folder and the free space."));

public sealed record FileIsReadOnly(string File) : DatabaseRefusal(new Localized(
    $"データベース {File} に書き込めません。読み取り専用を解除するか、権限を直してください。",
    $"The database {File} is read-only; make it writable or correct the permissions."));

public sealed record FileIsLocked(string File, int Seconds) : DatabaseRefusal(new Localized(
    $"データベース {File} は別のプログラムが使用中です（{Seconds}秒待ちました）。そのプログラムを終えてから起動してください。",
    $"The database {File} is in use by another program ({Seconds} seconds waited); end that program and start again."));

public sealed record FileIsNoDatabase(string File) : DatabaseRefusal(new Localized(
    $"{File} はデータベースではないか、壊れています。ファイルの指定を確かめるか、バックアップから戻してください。",
    $"{File} is not a database or is damaged; check the path or restore a backup."));

public sealed record SchemaIsNewer(string Migration) : DatabaseRefusal(new Localized(
    $"データベースは新しい版のしらせで作られています（{Migration}）。しらせを更新してから起動してください。",
    $"The database was made by a newer Shirase ({Migration}); update Shirase first."));

public sealed record SchemaIsOlder(int Missing) : DatabaseRefusal(new Localized(
    $"データベースが更新されていません（{Missing}件）。先に本体を起動して更新してください。",
    $"The database lacks {Missing} migration(s); start the web server once to bring it up to date."));

public sealed record ConnectionIsMissing() : DatabaseRefusal(new Localized(
    "PostgreSQLを使うには Storage:ConnectionString を指定してください。", "PostgreSQL needs Storage:ConnectionString."));

public sealed record ConnectionIsUnreadable(string Why) : DatabaseRefusal(new Localized(
    $"Storage:ConnectionString を読めません（{Why}）。書き方を直してください。", $"Storage:ConnectionString cannot be read ({Why}); correct it."));

public sealed record ServerNotReached(string Host) : DatabaseRefusal(new Localized(
    $"PostgreSQL（{Host}）に接続できません。サーバーの起動とアドレスを確かめてください。",
    $"PostgreSQL at {Host} was not reached; check that it runs and its address."));

public sealed record ServerRefusedSignIn(string Host) : DatabaseRefusal(new Localized(
    $"PostgreSQL（{Host}）が認証を拒みました。利用者名とパスワードを確かめてください。",
    $"PostgreSQL at {Host} refused the sign-in; check user name and password."));

public sealed record ServerHasNoDatabase(string Host, string Name) : DatabaseRefusal(new Localized(
    $"PostgreSQL（{Host}）にデータベース {Name} がありません。createdb {Name} で作成してください。",
    $"PostgreSQL at {Host} has no database {Name}; create it with createdb {Name}."));

public sealed record ServerForbids(string Host) : DatabaseRefusal(new Localized(
    $"PostgreSQL（{Host}）の利用者に権限がありません。データベースの所有者にしてください。",
    $"The PostgreSQL user at {Host} lacks rights; make it the owner of the database."));

public sealed record ServerFailed(string Code) : DatabaseRefusal(new Localized(
    $"PostgreSQLがエラーを返しました（{Code}）。サーバーの記録を確かめてください。",
    $"PostgreSQL answered with error {Code}; look at the server's log."));
