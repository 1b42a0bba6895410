namespace Distribution.Releases.Drafts;

/// <summary>The treatment of a release whose time has come before all of its translations are ready.</summary>
public enum TranslationPolicy
{
    /// <summary>It waits for them.</summary>
    WaitForAll,

    /// <summary>It is sent in those that are ready; who reads none of these waits for one that is promised.</summary>
    SendReady,
}
