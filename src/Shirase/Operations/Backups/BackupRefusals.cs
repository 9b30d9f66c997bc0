using Shirase.Core;

namespace Shirase.Operations.Backups;

/// <summary>Why a backup cannot be made or restored; nothing was changed.</summary>
public abstract record BackupRefusal(Localized Text) : Refusal(Text);

public sealed record BackupFolderFails(string Folder) : BackupRefusal(new Localized(
    $"{Folder} に書き込めません。場所、権限、空き容量を確かめてください。", $"{Folder} cannot be written; check its place, permissions and space."));

public sealed record KeysBesideDatabase() : BackupRefusal(new Localized(
    "鍵をデータベースと同じ場所に置くことはできません。--keys に別の場所（別の媒体）を指定してください。",
    "Keys and database must not lie together; give --keys another place, on another medium."));

public sealed record KeysAreMissing(string Folder) : BackupRefusal(new Localized(
    $"鍵のフォルダー {Folder} がありません。Keys:Folder を確かめてください。", $"There is no folder of keys {Folder}; check Keys:Folder."));

public sealed record NoBackupHere(string Place) : BackupRefusal(new Localized(
    $"{Place} にバックアップ（{BackupManifest.Name}）がありません。「shirase backup create」で作ったフォルダーを指定してください。",
    $"There is no backup ({BackupManifest.Name}) in {Place}; give a folder made by \"shirase backup create\"."));

public sealed record BackupIsDamaged(string File) : BackupRefusal(new Localized(
    $"{File} が壊れているか、書き換えられています。別のバックアップを使ってください。", $"{File} is damaged or was altered; use another backup."));

public sealed record BackupIsNewer(string Version) : BackupRefusal(new Localized(
    $"このバックアップは新しい版のしらせ（{Version}）で作られています。しらせを更新してから戻してください。",
    $"This backup was made by a newer Shirase ({Version}); update Shirase first."));

public sealed record BackupOfOtherKind(string Provider) : BackupRefusal(new Localized(
    $"このバックアップは {Provider} のものです。Storage:Provider（又は --provider）を合わせてください。",
    $"This backup is of {Provider}; set Storage:Provider (or --provider) to it."));

public sealed record DatabaseIsNotEmpty() : BackupRefusal(new Localized(
    "戻す先のデータベースが空ではありません。今の内容を捨ててよければ、先にバックアップを取り、--overwrite を付けてください。",
    "The database is not empty. If its content may go, back it up first, then add --overwrite."));

public sealed record ProgramIsMissing(string Name) : BackupRefusal(new Localized(
    $"{Name} を起動できません。postgresql-client を入れるか、Backup:PostgresPrograms にフォルダーを指定してください。",
    $"{Name} cannot be started; install postgresql-client or name its folder in Backup:PostgresPrograms."));

public sealed record ProgramFailed(string Name, string Said) : BackupRefusal(new Localized(
    $"{Name} が失敗しました。{Said}", $"{Name} failed. {Said}"));

public sealed record JournalDiffers(string Body) : BackupRefusal(new Localized(
    $"{Body} の記録の連なりが合いません。「shirase records verify」で確かめてください。", $"The journal of {Body} is not whole; see \"shirase records verify\"."));
