//! seccomp: the system calls a decoder has no business with.
//!
//! A list of what is forbidden rather than of what is allowed: decoders and libraries change what
//! they call from one release to the next, and a file system call that is let through still meets
//! Landlock. Whoever connects or starts a process is killed; whoever writes or asks for a newer
//! call is told no.

use std::collections::BTreeMap;

use seccompiler::{
    BackendError, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Whether this processor's calls are known here.
pub(super) fn known_here() -> bool {
    cfg!(all(
        target_os = "linux",
        any(target_arch = "x86_64", target_arch = "aarch64")
    ))
}

/// From here on, for this process and all it becomes. `may_execute` leaves the one call that turns
/// it into the decoder; what that may be is Landlock's to say.
pub(super) fn pull(may_execute: bool) -> Result<(), String> {
    let mut deadly = all_of(DEADLY);
    if !may_execute {
        deadly.insert(libc::SYS_execve, vec![]);
    }
    deadly.insert(
        libc::SYS_clone,
        vec![new_process().map_err(|e| e.to_string())?],
    );
    let refused = refused().map_err(|e| e.to_string())?;
    let unknown = all_of(UNKNOWN);
    apply(refused, SeccompAction::Errno(libc::EACCES as u32))?;
    apply(unknown, SeccompAction::Errno(libc::ENOSYS as u32))?;
    apply(deadly, SeccompAction::KillProcess)
}

/// For a command of the user's own: no network and nothing of the kernel's, but processes.
pub(super) fn pull_for_command() -> Result<(), String> {
    const PROCESSES: &[i64] = &[
        #[cfg(target_arch = "x86_64")]
        libc::SYS_fork,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_vfork,
        libc::SYS_setuid,
        libc::SYS_setgid,
    ];
    let mut deadly = all_of(DEADLY);
    deadly.retain(|call, _| !PROCESSES.contains(call));
    apply(all_of(UNKNOWN), SeccompAction::Errno(libc::ENOSYS as u32))?;
    apply(deadly, SeccompAction::KillProcess)
}

fn apply(rules: Rules, action: SeccompAction) -> Result<(), String> {
    let arch = TargetArch::try_from(std::env::consts::ARCH).map_err(|e| e.to_string())?;
    let rules = with_second_numbers(rules);
    let program: seccompiler::BpfProgram =
        SeccompFilter::new(rules, SeccompAction::Allow, action, arch)
            .and_then(TryInto::try_into)
            .map_err(|e: BackendError| e.to_string())?;
    seccompiler::apply_filter(&program).map_err(|e| e.to_string())
}

/// On x86-64 every call has a second number, the x32 one, by which it would slip through.
fn with_second_numbers(rules: Rules) -> Rules {
    const X32: i64 = 0x4000_0000;
    if !cfg!(target_arch = "x86_64") {
        return rules;
    }
    let second = |(call, rules): (&i64, &Vec<SeccompRule>)| (call | X32, rules.clone());
    let mut both = rules.clone();
    both.extend(rules.iter().map(second));
    both
}

fn all_of(calls: &[i64]) -> Rules {
    calls.iter().map(|call| (*call, vec![])).collect()
}

/// A clone that is no thread.
fn new_process() -> Result<SeccompRule, BackendError> {
    let thread = libc::CLONE_THREAD as u64;
    let masked = SeccompCmpOp::MaskedEq(thread);
    let condition = SeccompCondition::new(0, SeccompCmpArgLen::Qword, masked, 0)?;
    SeccompRule::new(vec![condition])
}

/// Opening for writing, raising one's own limits, and changing what stands on the disk.
fn refused() -> Result<Rules, BackendError> {
    let mut rules = all_of(CHANGES);
    let writing = |argument| -> Result<Vec<SeccompRule>, BackendError> {
        let mask = SeccompCmpOp::MaskedEq(libc::O_ACCMODE as u64);
        let mode = |mode: i32| {
            let how = mask.clone();
            SeccompCondition::new(argument, SeccompCmpArgLen::Dword, how, mode as u64)
                .and_then(|condition| SeccompRule::new(vec![condition]))
        };
        Ok(vec![mode(libc::O_WRONLY)?, mode(libc::O_RDWR)?])
    };
    rules.insert(libc::SYS_openat, writing(2)?);
    #[cfg(target_arch = "x86_64")]
    rules.insert(libc::SYS_open, writing(1)?);
    let new_limit = SeccompCondition::new(2, SeccompCmpArgLen::Qword, SeccompCmpOp::Ne, 0)?;
    rules.insert(
        libc::SYS_prlimit64,
        vec![SeccompRule::new(vec![new_limit])?],
    );
    Ok(rules)
}

/// Calls that a library tries first and does without.
const UNKNOWN: &[i64] = &[
    libc::SYS_clone3,
    libc::SYS_openat2,
    libc::SYS_io_uring_setup,
];

const CHANGES: &[i64] = &[
    #[cfg(target_arch = "x86_64")]
    libc::SYS_creat,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_unlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_rmdir,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_rename,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_mkdir,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_mknod,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_link,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_symlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chmod,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_lchown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utime,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utimes,
    libc::SYS_unlinkat,
    libc::SYS_renameat2,
    libc::SYS_mkdirat,
    libc::SYS_mknodat,
    libc::SYS_linkat,
    libc::SYS_symlinkat,
    libc::SYS_truncate,
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    libc::SYS_setrlimit,
    libc::SYS_kill,
    libc::SYS_tkill,
];

const DEADLY: &[i64] = &[
    #[cfg(target_arch = "x86_64")]
    libc::SYS_fork,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_vfork,
    libc::SYS_execveat,
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_open_by_handle_at,
    libc::SYS_kexec_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_acct,
    libc::SYS_setuid,
    libc::SYS_setgid,
];
