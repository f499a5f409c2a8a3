//! The sample reports that come with the program, so that the first screen works without any file at hand.

/// File names and bytes, in the order in which they are laid side by side.
pub(super) const SAMPLES: [(&str, &[u8]); 2] = [
    ("zhongyang-2018.txt", include_bytes!("../../assets/samples/zhongyang-2018.txt")),
    ("linxian-2019.txt", include_bytes!("../../assets/samples/linxian-2019.txt")),
];
